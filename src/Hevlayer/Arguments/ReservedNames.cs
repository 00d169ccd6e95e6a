namespace Hevlayer;

/// <summary>Names of attributes that a caller cannot use freely.</summary>
internal static class ReservedNames
{
    private const string Prefix = "_hevlayer_";
    private const string WriteTime = "_hevlayer_upserted_at";
    private const string Shard = "_hevlayer_shard";

    /// <summary>Refuses names that belong to the gateway.</summary>
    public static void Refuse(string attribute, ArgumentPath name)
    {
        if (Surrogates.FirstLone(attribute) >= 0)
        {
            Require.WholeText(attribute, name.ToString());
        }

        if (attribute.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The attribute '{attribute}' has a reserved name; names that begin with {Prefix} belong to the gateway.", name.ToString());
        }
    }

    /// <summary>
    /// Refuses names that cannot be written. The write time and the shard are allowed, because the gateway accepts and
    /// overwrites them: a row that was read can be written back.
    /// </summary>
    public static void CheckAttribute(string attribute, string name)
    {
        Require.Id(attribute, name);
        if (attribute is "id" or "vector" or "vectors" || attribute.StartsWith('$'))
        {
            throw new ArgumentException($"The attribute '{attribute}' has a name with a meaning of its own; ids and vectors have members of their own, and names do not begin with $.", name);
        }

        if (!IsOverwritten(attribute))
        {
            Refuse(attribute, name);
        }
    }

    private static bool IsOverwritten(string attribute) =>
        string.Equals(attribute, WriteTime, StringComparison.Ordinal) || attribute.StartsWith(Shard, StringComparison.Ordinal);
}
