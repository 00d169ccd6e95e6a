namespace Hevlayer.Workers.Simulation;

/// <summary>A worker's way to its ledger through the real client.</summary>
internal sealed class ClientLedgerRows(ILedgerRows client, VirtualTime time) : ILedgerRows
{
    public Task<IReadOnlyDictionary<string, DocumentFailure>> FetchAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        BareCall<IReadOnlyDictionary<string, DocumentFailure>>.RunAsync(time, token => client.FetchAsync(documentIds, token), cancellationToken);

    public Task<IReadOnlyList<DocumentFailure>> PageAsync(Filter? filter, string? after, int limit, CancellationToken cancellationToken) =>
        BareCall<IReadOnlyList<DocumentFailure>>.RunAsync(time, token => client.PageAsync(filter, after, limit, token), cancellationToken);

    public Task WriteAsync(IReadOnlyList<DocumentFailure> failures, IReadOnlyList<DocumentFailure> gone, CancellationToken cancellationToken) => BareCall<bool>.RunAsync(
        time,
        async token =>
        {
            await client.WriteAsync(failures, gone, token);
            return true;
        },
        cancellationToken);
}
