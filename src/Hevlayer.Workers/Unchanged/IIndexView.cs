namespace Hevlayer.Workers;

/// <summary>What can be asked of the index and the pipeline about many documents at once.</summary>
internal interface IIndexView
{
    /// <summary>The rows that documents have; what was written of late may be missing.</summary>
    Task<IReadOnlyList<PresentRow>> ListAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken);

    /// <summary>Those of the rows that are there, as they are at this moment.</summary>
    Task<IReadOnlyList<PresentRow>> FindAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken);

    /// <summary>Those of the documents that are <c>indexed</c> at this moment.</summary>
    Task<IReadOnlyList<string>> WhichAreIndexedAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken);
}
