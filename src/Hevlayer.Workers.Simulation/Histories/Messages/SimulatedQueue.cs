using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>A queue with a visibility time: what is not acknowledged comes again, and what is rejected permanently is kept aside.</summary>
internal sealed class SimulatedQueue : IDocumentSource<SimulatedMessage>
{
    private readonly VirtualTime _time;
    private readonly SimulatedNetwork _network;
    private readonly TimeSpan _visibility;
    private readonly List<QueuedMessage> _messages;

    public SimulatedQueue(VirtualTime time, SimulatedNetwork network, TimeSpan visibility, IReadOnlyList<SimulatedMessage> messages)
    {
        _time = time;
        _network = network;
        _visibility = visibility;
        _messages = [.. messages.Select(static (message, index) => new QueuedMessage(index, message))];
    }

    /// <summary>Whether each message is acknowledged or a dead letter.</summary>
    public bool IsEmpty => _messages.TrueForAll(static message => message.HasEnded);

    /// <summary>Messages, and why they are dead letters; null where they are not.</summary>
    public IEnumerable<(SimulatedMessage Message, string? DeadReason)> All => _messages.Select(static message => (message.Body, message.DeadReason));

    public Task<IReadOnlyList<SourceMessage<SimulatedMessage>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken) =>
        _network.CallAsync(() => Receive(context.Limit), cancellationToken);

    public Task AcknowledgeAsync(SourceMessage<SimulatedMessage> message, CancellationToken cancellationToken) =>
        ChangeAsync(message, static held => held.HasEnded = true, cancellationToken);

    public Task RejectAsync(SourceMessage<SimulatedMessage> message, Rejection rejection, CancellationToken cancellationToken) => ChangeAsync(
        message,
        held =>
        {
            held.HasEnded = rejection.IsDeadLetter;
            held.DeadReason = rejection.IsDeadLetter ? rejection.Reason : null;
            held.HiddenUntil = _time.Elapsed + rejection.Delay;
            held.Receipt++;
        },
        cancellationToken);

    public Task ExtendAsync(SourceMessage<SimulatedMessage> message, TimeSpan by, CancellationToken cancellationToken) =>
        ChangeAsync(message, held => held.HiddenUntil = _time.Elapsed + by, cancellationToken);

    private IReadOnlyList<SourceMessage<SimulatedMessage>> Receive(int limit)
    {
        var received = _messages.Where(message => !message.HasEnded && message.HiddenUntil <= _time.Elapsed && IsSent(message)).Take(limit).ToList();
        foreach (var message in received)
        {
            message.HiddenUntil = _time.Elapsed + _visibility;
            message.Receipt++;
            message.ReceiveCount++;
        }

        return [.. received.Select(message => new SourceMessage<SimulatedMessage>
        {
            Body = message.Body,
            Id = message.Number.ToString(CultureInfo.InvariantCulture),
            ReceiveCount = message.ReceiveCount,
            Lease = _visibility,
            Handle = message.Receipt,
            Problem = message.Body.Fault == SimulatedFault.NoChunks ? "The body is not JSON." : null,
        })];
    }

    // A source that keeps the order of what it says about a document.
    private bool IsSent(QueuedMessage message)
    {
        var before = message.Body.IsLater
            ? _messages.Where(other => other.Number < message.Number && other.Body.Document.Id == message.Body.Document.Id).ToList()
            : [];
        return before.TrueForAll(other => other.HasEnded && other.EndedAt + message.Body.Pause <= _time.Elapsed);
    }

    private Task<bool> ChangeAsync(SourceMessage<SimulatedMessage> message, Action<QueuedMessage> change, CancellationToken cancellationToken) => _network.CallAsync(
        () =>
        {
            var held = _messages[int.Parse(message.Id, CultureInfo.InvariantCulture)];
            if (held.HasEnded || held.Receipt != (int)message.Handle! || held.HiddenUntil <= _time.Elapsed)
            {
                throw new MessageLostException("The receipt is over.");
            }

            change(held);
            held.EndedAt = _time.Elapsed;
            return true;
        },
        cancellationToken);
}
