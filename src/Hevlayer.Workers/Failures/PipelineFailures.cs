using System.Runtime.CompilerServices;

namespace Hevlayer.Workers;

/// <summary>
/// The failed documents of a pipeline: lists them, groups them by reason, and puts them back. A handle; nothing is kept open.
/// Thread safe.
/// </summary>
public sealed class PipelineFailures
{
    private const int PageSize = 500;

    private readonly LedgerRows _rows;
    private readonly DocumentStages _stages;
    private readonly TimeProvider _clock;

    internal PipelineFailures(IHevlayerClient layer, string pipelineId, string ledger, TimeProvider clock)
    {
        PipelineId = pipelineId;
        Ledger = ledger;
        _rows = new LedgerRows(layer, ledger);
        _stages = new DocumentStages(layer, pipelineId);
        _clock = clock;
    }

    /// <summary>The pipeline.</summary>
    public string PipelineId { get; }

    /// <summary>The namespace of its ledger.</summary>
    public string Ledger { get; }

    /// <summary>
    /// Lists failures in the order of the document ids, 500 a call; none where nothing has failed yet. A failure of the last
    /// seconds may be missing while the namespace's index catches up.
    /// Routes: <c>POST /v2/namespaces/{namespace}/query</c>; with <see cref="FailureFilter.StillFailed"/>
    /// <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>, once or a few times a page, which moves nothing.
    /// </summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <exception cref="ArgumentException">The filter cannot be meant.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public IAsyncEnumerable<DocumentFailure> ListAsync(FailureFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var wanted = filter ?? new();
        FailureFilters.Check(wanted);
        return ReadAsync(wanted, cancellationToken);
    }

    /// <summary>What the ledger has of one document; null for nothing. Route: <c>GET /v2/namespaces/{namespace}/documents/{doc_id}</c>.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="HevlayerException">The call failed.</exception>
    public Task<DocumentFailure?> FindAsync(string documentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        return _rows.FindAsync(documentId, cancellationToken);
    }

    /// <summary>Counts failures for each reason, the most frequent first. Calls as <see cref="ListAsync"/>.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <exception cref="ArgumentException">The filter cannot be meant.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public async Task<IReadOnlyList<FailureGroup>> GroupAsync(FailureFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var failures = new List<DocumentFailure>();
        await foreach (var failure in ListAsync(filter, cancellationToken))
        {
            failures.Add(failure);
        }

        return ReasonForm.Group(failures);
    }

    /// <summary>
    /// Puts failed documents back to the stage from which they were claimed, so that workers retry them. The gateway moves
    /// only what is in <c>failed</c>, so each failure is put back at most once, and a run that was broken off anywhere is
    /// gone on with by calling this again: what it has put back is not <c>failed</c> any more. Rows of documents that are
    /// indexed by now are taken out.
    /// Routes: <c>POST /v2/namespaces/{namespace}/query</c>, <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>,
    /// <c>POST /v2/namespaces/{namespace}</c>.
    /// </summary>
    /// <param name="filter">Which; null for all. <see cref="FailureFilter.Until"/> is the beginning of the run where it is not set.</param>
    /// <param name="options">How many and how fast; null for the defaults.</param>
    /// <param name="cancellationToken">Breaks the run off.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">The filter cannot be meant, or an option is out of its range.</exception>
    /// <exception cref="HevlayerException">A call failed; what was put back stays so.</exception>
    public Task<RedriveReport> RedriveAsync(FailureFilter? filter = null, RedriveOptions? options = null, CancellationToken cancellationToken = default)
    {
        var wanted = filter ?? new();
        FailureFilters.Check(wanted);
        RedriveRules.Check(options ??= new());
        return new Redrive(_rows, _stages, _clock, options).RunAsync(wanted with { Until = wanted.Until ?? _clock.GetUtcNow() }, cancellationToken);
    }

    private async IAsyncEnumerable<DocumentFailure> ReadAsync(FailureFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        IReadOnlyList<DocumentFailure> page;
        do
        {
            page = await _rows.PageAsync(FailureFilters.Of(filter), after, PageSize, cancellationToken);
            IReadOnlyList<DocumentFailure> meant = [.. page.Where(failure => FailureFilters.Meets(failure, filter))];
            foreach (var failure in filter.StillFailed ? await _stages.WhichAsync(meant, DocumentStage.Failed, cancellationToken) : meant)
            {
                yield return failure;
            }

            after = page.Count == 0 ? null : LedgerRow.IdOf(page[^1].DocumentId);
        }
        while (page.Count == PageSize);
    }
}
