namespace Hevlayer.Local;

/// <summary>A row on the page of its namespace.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Distance">Distance or score; null where the query ranks by none.</param>
/// <param name="Vectors">How many vectors it has.</param>
/// <param name="Attributes">Its attributes as texts.</param>
internal sealed record RowLine(string Id, double? Distance, int Vectors, IReadOnlyDictionary<string, string> Attributes)
{
    public static RowLine Of(RankedRow found)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < found.Row.Attributes.Names.Length; i++)
        {
            attributes[found.Row.Attributes.Names[i]] = found.Row.Attributes.Values[i].ToString();
        }

        return new(found.Row.Key, found.Distance, found.Row.Vectors.Length, attributes);
    }
}
