namespace Hevlayer.Local;

/// <summary>Checks the entries of a put-vectors call and makes rows of them.</summary>
internal static class VectorEntryReader
{
    public static NewRow[] Read(IReadOnlyList<VectorEntry> entries) =>
        entries.Count == 0
            ? throw GatewayFault.Invalid("vectors must hold at least one entry")
            : [.. entries.Select(Read)];

    private static NewRow Read(VectorEntry entry)
    {
        var id = Check.NotEmpty(entry.Id, "vectors[].id");
        if (entry.Vector.HasValue == entry.Vectors is not null)
        {
            throw GatewayFault.Invalid($"row '{id}' must have exactly one of vector and vectors");
        }

        var attributes = entry.Attributes ?? [];
        foreach (var name in attributes.Keys)
        {
            RowNames.Check(name);
        }

        var vectors = entry.Vector is { } single ? [single] : entry.Vectors!;
        return vectors.Count == 0
            ? throw GatewayFault.Invalid($"row '{id}' has an empty list of vectors")
            : new NewRow(id, [.. vectors.Select(vector => VectorReader.Own(vector, id))], attributes);
    }
}
