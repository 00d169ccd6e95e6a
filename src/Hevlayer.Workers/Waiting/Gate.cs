namespace Hevlayer.Workers;

/// <summary>
/// Admits as much as fits, in the order of arrival. What is larger than the whole gate is admitted alone. Thread safe.
/// </summary>
/// <param name="capacity">What fits at the same time.</param>
internal sealed class Gate(long capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(TaskCompletionSource Entered, long Amount)> _waiting = new();
    private long _capacity = capacity;
    private long _taken;
    private long _idle;

    /// <summary>What is inside now; more than the capacity when something turned out larger than announced.</summary>
    public long Taken
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    /// <summary>That part of it that waits inside for something else.</summary>
    public long Idle
    {
        get
        {
            lock (_lock)
            {
                return _idle;
            }
        }
    }

    /// <summary>What fits at the same time from now on.</summary>
    public long Capacity
    {
        get
        {
            lock (_lock)
            {
                return _capacity;
            }
        }

        set
        {
            lock (_lock)
            {
                _capacity = value;
                Admit();
            }
        }
    }

    public async Task EnterAsync(long amount, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<(TaskCompletionSource Entered, long Amount)> place;
        lock (_lock)
        {
            if (_waiting.Count == 0 && Fits(amount))
            {
                _taken += amount;
                return;
            }

            place = _waiting.AddLast((new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), amount));
        }

        using var registration = cancellationToken.UnsafeRegister(_ => GiveUp(place, cancellationToken), null);
        await place.Value.Entered.Task;
    }

    /// <summary>
    /// Enters without a wait, for one who waits inside for something that those have who want to come in: it keeps nobody out
    /// who would otherwise be alone.
    /// </summary>
    /// <param name="amount">How much.</param>
    /// <param name="most">Most that such may take together.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryEnterIdle(long amount, long most)
    {
        lock (_lock)
        {
            if (_waiting.Count > 0 || amount > most - _idle || amount > _capacity - _taken)
            {
                return false;
            }

            _taken += amount;
            _idle += amount;
            return true;
        }
    }

    /// <summary>What came in to wait is larger, or smaller, than announced; without a wait from now on, it is like any other.</summary>
    /// <param name="announced">How much it was announced with.</param>
    /// <param name="actual">How much it is; 0 when it waits no longer.</param>
    public void CorrectIdle(long announced, long actual)
    {
        lock (_lock)
        {
            _idle += actual - announced;
        }
    }

    /// <summary>What came in is larger, or smaller, than announced.</summary>
    public void Correct(long announced, long actual) => Leave(announced - actual);

    public void Leave(long amount)
    {
        lock (_lock)
        {
            _taken -= amount;
            Admit();
        }
    }

    private bool Fits(long amount) => _taken == _idle || _taken + amount <= _capacity;

    private void Admit()
    {
        while (_waiting.First is { } first && Fits(first.Value.Amount))
        {
            _waiting.RemoveFirst();
            _taken += first.Value.Amount;
            first.Value.Entered.SetResult();
        }
    }

    private void GiveUp(LinkedListNode<(TaskCompletionSource Entered, long Amount)> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // The caller was admitted before it was cancelled, and leaves like every other.
            if (place.List is not null)
            {
                _waiting.Remove(place);
                place.Value.Entered.SetCanceled(cancellationToken);
                Admit();
            }
        }
    }
}
