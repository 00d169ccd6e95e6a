using System.Globalization;
using Hevlayer.Local;
using RowAttributes = Hevlayer.Workers.RowAttributes;

namespace Hevlayer.Workers.Simulation;

/// <summary>What things are called in a simulation.</summary>
internal static class Names
{
    public const string Pipeline = "simulated";
    public const string Namespace = "simulated";
    public const string Embedder = "simulated";

    /// <summary>A stored row as text, without what workers add to it.</summary>
    public static string Text(StoredRow row)
    {
        var attributes = new AttributeMap();
        for (var index = 0; index < row.Attributes.Names.Length; index++)
        {
            if (row.Attributes.Names[index] is not (RowAttributes.Document or RowAttributes.Version))
            {
                attributes[row.Attributes.Names[index]] = row.Attributes.Values[index];
            }
        }

        return Text(new VectorEntry { Id = row.Key, Vectors = [.. row.Vectors.Select(static vector => new ReadOnlyMemory<float>(vector))], Attributes = attributes });
    }

    /// <summary>A row as text, to the last bit of its vectors.</summary>
    public static string Text(VectorEntry row)
    {
        var vectors = row.Vector is { } single ? [single] : row.Vectors ?? [];
        var numbers = vectors.Select(static vector => string.Join(' ', vector.ToArray().Select(static number => number.ToString("R", CultureInfo.InvariantCulture))));
        return $"[{string.Join("] [", numbers)}] {string.Join(", ", (row.Attributes ?? []).Where(static field => field.Key is not (RowAttributes.Attributes or RowAttributes.Completed or RowAttributes.Embedder)).Select(static field => $"{field.Key}={field.Value}"))}";
    }

    /// <summary>Attributes after a patch: null takes one away.</summary>
    public static AttributeMap Merge(AttributeMap? attributes, AttributeMap? changes) =>
        new((attributes ?? []).Where(field => changes?.ContainsKey(field.Key) != true).Concat((changes ?? []).Where(static field => !field.Value.IsNull)));
}
