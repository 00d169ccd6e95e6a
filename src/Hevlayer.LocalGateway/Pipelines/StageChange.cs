namespace Hevlayer.Local;

/// <summary>A stage change with its guards; a null guard lets every document pass.</summary>
internal sealed record StageChange(IReadOnlyList<string> DocumentIds, string Stage, string? FromStage, string? WorkerId, bool CreateMissing)
{
    public bool Allows(QueuedDocument document) =>
        (FromStage is null || string.Equals(document.Stage, FromStage, StringComparison.Ordinal))
        && (WorkerId is null || string.Equals(document.Lease?.WorkerId, WorkerId, StringComparison.Ordinal));
}
