namespace Hevlayer.Workers;

/// <summary>Gives access to the failed documents of a pipeline.</summary>
public static class FailureExtensions
{
    /// <summary>
    /// The failed documents of a pipeline, with their reasons, as its workers wrote them into their ledger
    /// (<see cref="DocumentWorkerOptions.Ledger"/>). Nothing is sent.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="ledger">The ledger's namespace, where the workers were given another; null for <c>{pipeline}-ledger</c>.</param>
    /// <param name="clock">Measures the pauses; null for the system's.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static PipelineFailures Failures(this IHevlayerClient layer, string pipelineId, string? ledger = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentException.ThrowIfNullOrWhiteSpace(pipelineId);
        if (ledger is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(ledger);
        }

        return new(layer, pipelineId, ledger ?? LedgerOptions.NameFor(pipelineId), clock ?? TimeProvider.System);
    }
}
