namespace Hevlayer.Workers;

/// <summary>Messages that are to come back, each after its time. Thread safe.</summary>
internal sealed class ReturnedMessages<TMessage>
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<SourceMessage<TMessage>, long> _waiting = new();
    private readonly Signal _added = new();

    public void Add(SourceMessage<TMessage> message, TimeSpan delay, TimeProvider clock)
    {
        var dueAt = clock.GetTimestamp() + (long)(delay.TotalSeconds * clock.TimestampFrequency);
        lock (_lock)
        {
            _waiting.Enqueue(message, dueAt);
        }

        _added.Set();
    }

    /// <summary>Takes the messages whose time has come, each with one receipt more.</summary>
    public List<SourceMessage<TMessage>> TakeDue(int limit, TimeProvider clock)
    {
        var due = new List<SourceMessage<TMessage>>();
        lock (_lock)
        {
            while (due.Count < limit && _waiting.TryPeek(out var message, out var dueAt) && dueAt <= clock.GetTimestamp())
            {
                _waiting.Dequeue();
                due.Add(new() { Id = message.Id, Body = message.Body, ReceiveCount = message.ReceiveCount + 1 });
            }
        }

        return due;
    }

    /// <summary>Waits until a message is added or one is due, or for a time.</summary>
    public Task WaitAsync(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.TryPeek(out _, out var dueAt))
            {
                var untilDue = clock.GetElapsedTime(clock.GetTimestamp(), dueAt);
                limit = untilDue < limit ? untilDue : limit;
            }
        }

        return _added.WaitAsync(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, clock, cancellationToken);
    }
}
