namespace Hevlayer.Workers.Simulation;

/// <summary>A worker's way to the model of a ledger, without a client in between.</summary>
internal sealed class ModelLedgerRows(SimulatedNetwork network, LedgerModel ledger) : ILedgerRows
{
    public Task<IReadOnlyDictionary<string, DocumentFailure>> FetchAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        network.CallAsync(() => ledger.Fetch(documentIds), cancellationToken);

    public Task<IReadOnlyList<DocumentFailure>> PageAsync(Filter? filter, string? after, int limit, CancellationToken cancellationToken) =>
        network.CallAsync(() => ledger.Page(after, limit), cancellationToken);

    public Task WriteAsync(IReadOnlyList<DocumentFailure> failures, IReadOnlyList<DocumentFailure> gone, CancellationToken cancellationToken) => failures.Count + gone.Count == 0
        ? Task.CompletedTask
        : network.CallAsync(
            () =>
            {
                ledger.Write(failures, gone);
                return true;
            },
            cancellationToken);
}
