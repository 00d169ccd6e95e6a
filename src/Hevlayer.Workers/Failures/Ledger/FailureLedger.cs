namespace Hevlayer.Workers;

/// <summary>
/// A ledger in a namespace. What comes while a call is under way goes together in the next one. A row stays until its document
/// is seen to be indexed, by the worker that did it or by a check.
/// </summary>
internal sealed class FailureLedger : IFailureLedger
{
    private const int MostCalls = 200;
    private const int MostChecked = 2_000;
    private const int MostKnown = 10_000;

    private readonly ILedgerRows _rows;
    private readonly DocumentStages _stages;
    private readonly CallLine<LedgerCall> _line;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DocumentFailure> _known = new(StringComparer.Ordinal);
    private string? _checkedUpTo;

    public FailureLedger(IHevlayerClient layer, string pipelineId, string namespaceName)
        : this(new LedgerRows(layer, namespaceName), new DocumentStages(layer, pipelineId))
    {
    }

    public FailureLedger(ILedgerRows rows, DocumentStages stages)
    {
        _rows = rows;
        _stages = stages;
        _line = new CallLine<LedgerCall>(SendAsync, MostCalls);
    }

    public async Task WriteAsync(DocumentFailure failure, CancellationToken cancellationToken)
    {
        await _line.SendAsync(new(failure, isGone: false), cancellationToken);
        Know([failure]);
    }

    public DocumentFailure? Known(string documentId)
    {
        lock (_lock)
        {
            return _known.GetValueOrDefault(documentId);
        }
    }

    public Task ForgetAsync(DocumentFailure failure, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_known.GetValueOrDefault(failure.DocumentId) == failure)
            {
                _known.Remove(failure.DocumentId);
            }
        }

        return _line.SendAsync(new(failure, isGone: true), cancellationToken);
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var page = await _rows.PageAsync(filter: null, _checkedUpTo, MostChecked, cancellationToken);
        _checkedUpTo = page.Count < MostChecked ? null : LedgerRow.IdOf(page[^1].DocumentId);
        Know(page);
        var indexed = await _stages.WhichAsync(page, DocumentStage.Indexed, cancellationToken);
        await _rows.WriteAsync([], indexed, cancellationToken);
    }

    private void Know(IReadOnlyList<DocumentFailure> failures)
    {
        lock (_lock)
        {
            if (_known.Count > MostKnown)
            {
                _known.Clear();
            }

            foreach (var failure in failures)
            {
                _known[failure.DocumentId] = failure;
            }
        }
    }

    private async Task SendAsync(IReadOnlyList<LedgerCall> batch)
    {
        var last = batch.GroupBy(static call => call.Failure.DocumentId, StringComparer.Ordinal).Select(static calls => calls.Last()).ToLookup(static call => call.IsGone, static call => call.Failure);
        var before = await _rows.FetchAsync([.. last[false].Select(static failure => failure.DocumentId)], CancellationToken.None);
        await _rows.WriteAsync([.. last[false].Select(failure => failure.After(before.GetValueOrDefault(failure.DocumentId)))], [.. last[true]], CancellationToken.None);
    }
}
