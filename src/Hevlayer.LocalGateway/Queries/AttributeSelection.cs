using System.Globalization;

namespace Hevlayer.Local;

/// <summary>
/// Which attributes a reply carries. The gateway drops vectors that are asked for, and notes it; only the vector store's
/// own replies have them.
/// </summary>
internal sealed class AttributeSelection
{
    private readonly bool _all;
    private readonly string[] _names;

    private readonly bool _hasVectors;

    private AttributeSelection(bool all, IEnumerable<string> names, bool hasVectors = false)
    {
        string[] wanted = [.. names.Distinct(StringComparer.Ordinal)];
        _all = all;
        _hasVectors = hasVectors;
        _names = [.. wanted.Where(name => name is not (RowNames.Vector or RowNames.Vectors or RowNames.Id))];
        DropsVector = wanted.Any(name => name is RowNames.Vector or RowNames.Vectors);
    }

    public static AttributeSelection All { get; } = new(all: true, []);

    public static AttributeSelection None { get; } = new(all: false, []);

    /// <summary>Whether a vector was asked for.</summary>
    public bool DropsVector { get; }

    public static AttributeSelection Named(IEnumerable<string> names) => new(all: false, names);

    /// <summary>What a query asks for; nothing where it says nothing.</summary>
    public static AttributeSelection Of(IncludeAttributes? include) => include switch
    {
        { All: true } => All,
        { Names: { } names } => Named(names),
        _ => None,
    };

    /// <summary>The same selection in a reply that has the vectors that were asked for.</summary>
    public AttributeSelection WithVectors() => DropsVector ? new(_all, [.. _names, RowNames.Vector], hasVectors: true) : this;

    public AttributeMap Pick(StoredRow row)
    {
        var map = new AttributeMap();
        foreach (var name in _all ? row.Attributes.Names : _names)
        {
            var value = row.Read(name);
            if (!value.IsNull)
            {
                map[name] = value;
            }
        }

        if (_hasVectors && row.Vectors.Length > 0)
        {
            map[row.Vectors.Length == 1 ? RowNames.Vector : RowNames.Vectors] = row.Vectors.Length == 1 ? Numbers(row.Vectors[0]) : Array.ConvertAll(row.Vectors, Numbers);
        }

        return map;
    }

    // A float by its shortest text, as it was written.
    private static AttributeValue Numbers(float[] vector) => Array.ConvertAll(
        vector,
        static number => (AttributeValue)double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    public GatewayResponse Warn(GatewayResponse response) =>
        DropsVector ? response.With("x-layer-warning", "vector_attribute_dropped") : response;
}
