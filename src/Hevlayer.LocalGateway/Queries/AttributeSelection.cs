namespace Hevlayer.Local;

/// <summary>Which attributes a reply carries. Vectors never travel back: asking for one is noted and dropped.</summary>
internal sealed class AttributeSelection
{
    private readonly bool _all;
    private readonly string[] _names;

    private AttributeSelection(bool all, IEnumerable<string> names)
    {
        string[] wanted = [.. names.Distinct(StringComparer.Ordinal)];
        _all = all;
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

        return map;
    }

    public GatewayResponse Warn(GatewayResponse response) =>
        DropsVector ? response.With("x-layer-warning", "vector_attribute_dropped") : response;
}
