namespace Hevlayer.Workers;

/// <summary>How many messages to receive next, and when.</summary>
internal static class ReceivePacing
{
    /// <summary>Messages to receive; 0 while enough are held.</summary>
    /// <param name="held">Messages held now.</param>
    /// <param name="options">The limits.</param>
    public static int Size(int held, SourceWorkerOptions options) =>
        LoopPacing.Size(held, options.MaxHeldMessages, options.ReceiveLimit, options.MaxConcurrentDocuments);

    /// <summary>Pause after a receive that found nothing: what a long poll has not waited already.</summary>
    /// <param name="took">How long the receive took.</param>
    /// <param name="options">The limits.</param>
    public static TimeSpan AfterNothing(TimeSpan took, SourceWorkerOptions options) =>
        took < options.IdlePause ? options.IdlePause - took : TimeSpan.Zero;
}
