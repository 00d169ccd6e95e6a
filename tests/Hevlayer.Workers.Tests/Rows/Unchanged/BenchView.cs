using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>The gateway of a bench as a producer sees it, with something that happens between two of its questions.</summary>
internal sealed class BenchView(GatewayModel gateway) : IIndexView
{
    /// <summary>Happens after the first question.</summary>
    public Action? AfterList { get; init; }

    public Task<IReadOnlyList<PresentRow>> ListAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        var rows = gateway.RowsOf(documentIds);
        AfterList?.Invoke();
        return Task.FromResult(rows);
    }

    public Task<IReadOnlyList<PresentRow>> FindAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) => Task.FromResult(gateway.Find(rowIds));

    public Task<IReadOnlyList<string>> WhichAreIndexedAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. documentIds.Where(id => gateway.MoveFrom([id], DocumentStage.Indexed, DocumentStage.Indexed) > 0)]);
}
