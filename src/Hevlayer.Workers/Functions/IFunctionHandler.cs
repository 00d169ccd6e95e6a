namespace Hevlayer.Workers;

/// <summary>Computes a function for one claimed row.</summary>
public interface IFunctionHandler
{
    /// <summary>
    /// Works on a row and says what becomes of it; the worker then does that, and renews the lease until it is done. An
    /// exception is a transient failure of this row alone: the gateway waits, counts its attempts, and gives it up after the
    /// last of them. <see cref="DocumentRejectedException"/> fails it permanently, at once. A <see cref="HevlayerException"/> of
    /// a call that the handler makes is the gateway's fault, unless the gateway refuses what the handler sent: the row stays
    /// held, and the handler is called again after a pause. The same row may come again after a crash, so the work must be
    /// idempotent.
    /// </summary>
    /// <param name="item">The row, its inputs and why the work may have to end.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the result is no longer wanted: the lease is lost, the time of the handler is over
    /// (<see cref="FunctionWorkerOptions.HandlerTimeout"/>), or the worker is at the end of its shutdown. Pass it on.
    /// </param>
    /// <returns>What becomes of the row.</returns>
    Task<FunctionResult> HandleAsync(FunctionItem item, CancellationToken cancellationToken);
}
