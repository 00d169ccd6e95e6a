namespace Hevlayer.VectorData;

/// <summary>Names that the gateway gives to parts of a row.</summary>
internal static class RowFields
{
    public const string Id = "id";
    public const string Vector = "vector";

    /// <summary>Id of the row that makes an empty collection exist; it is deleted at once and never shown.</summary>
    public const string Placeholder = "_hevlayer_vectordata_placeholder";

    public static bool IsReserved(string name) =>
        name.StartsWith('$') || name.StartsWith("_hevlayer_", StringComparison.Ordinal) || name is Id or Vector or "vectors";
}
