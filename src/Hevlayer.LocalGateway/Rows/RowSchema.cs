namespace Hevlayer.Local;

/// <summary>Types of the attributes and the width of the vectors, learnt from the rows. Not thread safe.</summary>
internal sealed class RowSchema
{
    private readonly SortedDictionary<string, string> _types = new(StringComparer.Ordinal);

    /// <summary>Components of each vector; null while there is none.</summary>
    public int? Dimensions { get; private set; }

    public string Metric { get; set; } = DistanceMetric.CosineDistance.Value;

    public IReadOnlyDictionary<string, string> Types => _types;

    /// <summary>Refuses rows whose vectors differ in width from each other or from the namespace.</summary>
    public int? CheckVectors(IReadOnlyList<NewRow> rows)
    {
        var expected = Dimensions;
        foreach (var row in rows)
        {
            foreach (var vector in row.Vectors)
            {
                expected ??= vector.Length;
                if (vector.Length != expected)
                {
                    throw GatewayFault.Invalid(
                        $"row '{row.Key}' has a vector of {vector.Length} dimensions, expected {expected}");
                }
            }
        }

        return expected;
    }

    public void Learn(int? dimensions) => Dimensions ??= dimensions;

    public void Learn(RowAttributes attributes)
    {
        for (var i = 0; i < attributes.Names.Length; i++)
        {
            if (!attributes.Values[i].IsNull)
            {
                _types.TryAdd(attributes.Names[i], TypeOf(attributes.Values[i]));
            }
        }
    }

    private static string TypeOf(AttributeValue value) => value.Kind switch
    {
        AttributeKind.String => "string",
        AttributeKind.Integer => "int",
        AttributeKind.Number => "float",
        AttributeKind.Boolean => "bool",
        AttributeKind.Array when value.AsArray().Count > 0 => "[]" + TypeOf(value.AsArray()[0]),
        AttributeKind.Array => "[]string",
        _ => "object",
    };
}
