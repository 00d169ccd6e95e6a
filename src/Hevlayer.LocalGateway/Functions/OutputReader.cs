namespace Hevlayer.Local;

/// <summary>Checks what a worker wants written to a row and makes a patch of it.</summary>
internal static class OutputReader
{
    public static NewRow Read(UdfCompleteItem item)
    {
        if (item.Vector.HasValue && item.Vectors is not null)
        {
            throw GatewayFault.Invalid($"row '{item.Id}' cannot have both vector and vectors");
        }

        var attributes = new AttributeMap();
        foreach (var (name, value) in item.Attributes ?? [])
        {
            RowNames.Check(name);
            attributes[name] = value;
        }

        IReadOnlyList<ReadOnlyMemory<float>> vectors = item.Vector is { } single ? [single] : item.Vectors ?? [];
        return new NewRow(item.Id, [.. vectors.Select(vector => VectorReader.Own(vector, item.Id))], attributes);
    }
}
