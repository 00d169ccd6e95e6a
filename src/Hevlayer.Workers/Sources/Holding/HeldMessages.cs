namespace Hevlayer.Workers;

/// <summary>All messages that a source worker holds, the oldest first. Thread safe.</summary>
internal sealed class HeldMessages(TimeSpan sourceTimeout, TimeProvider clock, SourceTelemetry telemetry)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<HeldMessage> _messages = new();

    /// <summary>Set when a message is no longer held.</summary>
    public Signal Left { get; } = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _messages.Count;
            }
        }
    }

    /// <summary>The messages of this moment.</summary>
    public IReadOnlyList<HeldMessage> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Takes hold of messages that were received.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="sentAt">Timestamp from before the receive was sent.</param>
    public IReadOnlyList<HeldMessage> Add(IReadOnlyList<ReceivedMessage> messages, long sentAt)
    {
        var added = messages.Select(message => new HeldMessage(message, sentAt, sourceTimeout, clock)).ToList();
        lock (_lock)
        {
            added.ForEach(message => _messages.AddLast(message));
        }

        return added;
    }

    /// <summary>Ends the hold.</summary>
    public void Remove(HeldMessage message)
    {
        bool wasHeld;
        lock (_lock)
        {
            wasHeld = _messages.Remove(message);
        }

        if (wasHeld)
        {
            message.End();
            telemetry.Let();
            Left.Set();
        }
    }
}
