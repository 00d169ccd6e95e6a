namespace Hevlayer;

/// <summary>What the ids of a write must be before they are sent.</summary>
internal static class RowIdRules
{
    public static void Check(IReadOnlyList<AttributeValue> ids, string name)
    {
        var seen = new HashSet<AttributeValue>(ids.Count);
        for (var index = 0; index < ids.Count; index++)
        {
            CheckOne(ids[index], $"{name}[{index}]", seen);
        }
    }

    public static void CheckOne(AttributeValue id, string name, HashSet<AttributeValue> seen)
    {
        var allowed = id.Kind switch
        {
            AttributeKind.String => id.AsString().Trim().Length > 0,
            AttributeKind.Integer => id.AsInt64() >= 0,
            _ => false,
        };
        if (id.Kind == AttributeKind.String)
        {
            Require.WholeText(id.AsString(), name);
        }

        if (!allowed)
        {
            throw new ArgumentException($"The id is {Describe(id)}; a text that is not empty, or an integer that is not negative, is needed.", name);
        }

        if (!seen.Add(id))
        {
            throw new ArgumentException($"The id '{id}' is used twice; within one write each id is needed once.", name);
        }
    }

    private static string Describe(AttributeValue id) => id.Kind switch
    {
        AttributeKind.String => "an empty text",
        AttributeKind.Integer => id.ToString(),
        var kind => $"of kind {kind}",
    };
}
