namespace Hevlayer.Workers.Simulation;

/// <summary>A source worker's way to the index, through the real client.</summary>
internal sealed class ClientIndexView(IIndexView client, VirtualTime time) : IIndexView
{
    public Task<IReadOnlyList<PresentRow>> ListAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        BareCall<IReadOnlyList<PresentRow>>.RunAsync(time, token => client.ListAsync(documentIds, token), cancellationToken);

    public Task<IReadOnlyList<PresentRow>> FindAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) =>
        BareCall<IReadOnlyList<PresentRow>>.RunAsync(time, token => client.FindAsync(rowIds, token), cancellationToken);

    public Task<IReadOnlyList<string>> WhichAreIndexedAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        BareCall<IReadOnlyList<string>>.RunAsync(time, token => client.WhichAreIndexedAsync(documentIds, token), cancellationToken);
}
