namespace Hevlayer;

/// <summary>What the rows of a document must hold before they are sent.</summary>
internal static class VectorEntryRules
{
    public static void Check(IReadOnlyList<VectorEntry> entries, string name)
    {
        Require.Some(entries, name);
        Require.DistinctIds(entries, static entry => entry.Id, name);
        var dimension = 0;
        for (var index = 0; index < entries.Count; index++)
        {
            CheckAttributes(entries[index].Attributes, new(name, index, ".Attributes"));
            CheckEntry(entries[index], new(name, index), ref dimension);
        }
    }

    private static void CheckEntry(VectorEntry entry, ArgumentPath name, ref int dimension)
    {
        if (entry.Vector is null == entry.Vectors is null)
        {
            var found = entry.Vector is null ? "neither Vector nor Vectors is set" : "both Vector and Vectors are set";
            throw new ArgumentException($"In the row '{entry.Id}' {found}; exactly one of them is needed.", name.ToString());
        }

        if (entry.Vector is { } vector)
        {
            VectorRules.CheckVector(vector, name with { Member = ".Vector" }, ref dimension);
            return;
        }

        VectorRules.CheckBag(entry.Vectors!, $"{name}.Vectors", ref dimension);
    }

    private static void CheckAttributes(AttributeMap? attributes, ArgumentPath name)
    {
        foreach (var attribute in attributes?.Keys ?? [])
        {
            ReservedNames.Refuse(attribute, name);
        }
    }
}
