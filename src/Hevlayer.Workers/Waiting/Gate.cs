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

    private bool Fits(long amount) => _taken == 0 || _taken + amount <= _capacity;

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
