namespace Hevlayer.Workers;

/// <summary>A row as it is in the index, without its vector and its own attributes.</summary>
/// <param name="DocumentId">The document it belongs to.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version; 0 for a row without one.</param>
/// <param name="Mark">What was stored with it, as <see cref="RowAttributes.Attributes"/> tells; null for a row without a mark.</param>
internal sealed record PresentRow(string DocumentId, string Id, long Version, string? Mark)
{
    /// <summary>The version that <see cref="RowAttributes.Completed"/> tells; 0 for none.</summary>
    public long Completed { get; init; }
}
