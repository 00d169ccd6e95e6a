namespace Hevlayer.Workers;

/// <summary>The rows of a ledger, as a worker reads and writes them. Where there is no ledger yet there are none.</summary>
internal interface ILedgerRows
{
    /// <summary>The rows of those of the documents that have one, by document id; not behind, as a query may be.</summary>
    Task<IReadOnlyDictionary<string, DocumentFailure>> FetchAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken);

    /// <summary>Rows in the order of their ids; a recent row may be missing while the namespace's index catches up.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="after">Id of the row after which they begin; null for the first.</param>
    /// <param name="limit">The most rows.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<DocumentFailure>> PageAsync(Filter? filter, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Writes rows and deletes others; a row of a later failure stays.</summary>
    /// <param name="failures">The rows.</param>
    /// <param name="gone">Failures whose rows are deleted, unless they tell of another by now.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task WriteAsync(IReadOnlyList<DocumentFailure> failures, IReadOnlyList<DocumentFailure> gone, CancellationToken cancellationToken);
}
