namespace Hevlayer.Workers;

/// <summary>Messages that are to come back, each after its time. Thread safe.</summary>
internal sealed class ReturnedMessages<TMessage>
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<SourceMessage<TMessage>, long> _waiting = new();

    public void Add(SourceMessage<TMessage> message, TimeSpan delay, TimeProvider clock)
    {
        var dueAt = clock.GetTimestamp() + (long)(delay.TotalSeconds * clock.TimestampFrequency);
        lock (_lock)
        {
            _waiting.Enqueue(message, dueAt);
        }
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

    /// <summary>Time until the next message is due; null when there is none.</summary>
    public TimeSpan? UntilDue(TimeProvider clock)
    {
        lock (_lock)
        {
            return !_waiting.TryPeek(out _, out var dueAt) ? null
                : clock.GetElapsedTime(clock.GetTimestamp(), dueAt) is var time && time > TimeSpan.Zero ? time
                : TimeSpan.Zero;
        }
    }
}
