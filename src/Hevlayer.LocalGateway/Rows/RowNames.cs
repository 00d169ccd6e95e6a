namespace Hevlayer.Local;

/// <summary>Names that a row cannot use freely.</summary>
internal static class RowNames
{
    public const string Id = "id";
    public const string Vector = "vector";
    public const string Vectors = "vectors";
    public const string Distance = "$dist";
    public const string UpsertedAt = "_hevlayer_upserted_at";

    private const string Reserved = "_hevlayer_";
    private const string Shard = "_hevlayer_shard";

    /// <summary>Whether the gateway writes the attribute itself and drops what a caller sends.</summary>
    public static bool IsOverwritten(string name) =>
        name.StartsWith(Shard, StringComparison.Ordinal) || string.Equals(name, UpsertedAt, StringComparison.Ordinal);

    /// <summary>Refuses a name that belongs to the gateway or to the row itself.</summary>
    public static void Check(string name)
    {
        if (name.StartsWith(Reserved, StringComparison.Ordinal))
        {
            throw GatewayFault.Invalid($"attribute '{name}' is reserved: names that start with {Reserved} belong to the gateway");
        }

        if (name is Id or Vector or Vectors or Distance or "")
        {
            throw GatewayFault.Invalid($"'{name}' cannot be the name of an attribute");
        }
    }
}
