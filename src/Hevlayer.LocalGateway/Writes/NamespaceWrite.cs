using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>All changes of one write call; they are applied together or not at all.</summary>
internal sealed record NamespaceWrite
{
    public IReadOnlyList<NewRow> Upserts { get; init; } = [];

    public IReadOnlyList<NewRow> Patches { get; init; } = [];

    public IReadOnlyList<string> Deletes { get; init; } = [];

    public RowFilter? DeleteBy { get; init; }

    /// <summary>What a row that is there must meet to be replaced; one that is not there is always put.</summary>
    public RowFilter? UpsertIf { get; init; }

    /// <summary>What a row must meet to be patched.</summary>
    public RowFilter? PatchIf { get; init; }

    /// <summary>What a row must meet to be deleted by its id.</summary>
    public RowFilter? DeleteIf { get; init; }

    /// <summary>Attribute definitions; null where the call has none.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>>? Schema { get; init; }

    /// <summary>Null where the call names none: then the namespace keeps its own.</summary>
    public string? Metric { get; init; }
}
