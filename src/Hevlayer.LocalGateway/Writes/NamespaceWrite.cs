namespace Hevlayer.Local;

/// <summary>All changes of one write call; they are applied together or not at all.</summary>
internal sealed record NamespaceWrite
{
    public IReadOnlyList<NewRow> Upserts { get; init; } = [];

    public IReadOnlyList<NewRow> Patches { get; init; } = [];

    public IReadOnlyList<string> Deletes { get; init; } = [];

    public RowFilter? DeleteBy { get; init; }

    /// <summary>Null where the call names none: then the namespace keeps its own.</summary>
    public string? Metric { get; init; }
}
