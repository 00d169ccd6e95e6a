namespace Hevlayer;

/// <summary>Whether a client has been disposed, and the error that its running calls end with then.</summary>
internal sealed class ClientLife
{
    private volatile bool _isOver;

    public void End() => _isOver = true;

    /// <summary>
    /// The error of a call that did not get a reply. Disposing an HTTP client cancels its calls, with a token that nobody
    /// has cancelled.
    /// </summary>
    public Exception ErrorOf(Exception exception, CancellationToken callers) =>
        _isOver && exception is OperationCanceledException && !callers.IsCancellationRequested
            ? new ObjectDisposedException("HevlayerClient", "The client was disposed while the call was under way.")
            : exception;
}
