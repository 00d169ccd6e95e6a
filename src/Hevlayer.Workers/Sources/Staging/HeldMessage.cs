namespace Hevlayer.Workers;

/// <summary>A message that this worker holds.</summary>
/// <param name="message">The message.</param>
/// <param name="lease">The lease; one that never ends where the source has no such thing.</param>
/// <param name="receivedAt">Timestamp of its arrival.</param>
/// <param name="sourceTimeout">Longest time for one call to the source.</param>
internal sealed class HeldMessage(ReceivedMessage message, Lease lease, long receivedAt, TimeSpan sourceTimeout) : HeldItem(message.Id, lease, receivedAt)
{
    public ReceivedMessage Message => message;

    /// <summary>What is to be done with the message, once that is decided.</summary>
    public Decision? Decision { get; set; }

    /// <summary>Longest time for one call to the source about this message.</summary>
    public TimeSpan CallLimit { get; } = lease.Terms is { } terms && terms.CallLimit < sourceTimeout ? terms.CallLimit : sourceTimeout;

    /// <summary>Admits one call to the source at a time: a late renewal must not undo what settled the message.</summary>
    public Gate Calls { get; } = new(1);

    /// <summary>The document is known.</summary>
    public void IsOf(string documentId) => Id = documentId;
}
