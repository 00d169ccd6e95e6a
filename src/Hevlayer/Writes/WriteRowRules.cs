namespace Hevlayer;

/// <summary>What the rows of a write must hold before they are sent.</summary>
internal static class WriteRowRules
{
    public static void Check(IReadOnlyList<WriteRow>? rows, string name, ref int dimension)
    {
        if (rows is null)
        {
            return;
        }

        Require.Some(rows, name);
        var seen = new HashSet<AttributeValue>(rows.Count);
        for (var index = 0; index < rows.Count; index++)
        {
            var rowName = $"{name}[{index}]";
            ArgumentNullException.ThrowIfNull(rows[index], rowName);
            RowIdRules.CheckOne(rows[index].Id, $"{rowName}.Id", seen);
            CheckVectors(rows[index], rowName, ref dimension);
            CheckNames(rows[index].Attributes?.Keys ?? [], $"{rowName}.Attributes");
        }
    }

    public static void CheckNames(IEnumerable<string> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            ReservedNames.CheckAttribute(attribute, name);
        }
    }

    private static void CheckVectors(WriteRow row, string name, ref int dimension)
    {
        if (row.Vector is not null && row.Vectors is not null)
        {
            throw new ArgumentException($"In the row '{row.Id}' both Vector and Vectors are set; at most one of them is allowed.", name);
        }

        if (row.Vector is { } vector)
        {
            VectorRules.CheckVector(vector, $"{name}.Vector", ref dimension);
        }

        if (row.Vectors is { } bag)
        {
            VectorRules.CheckBag(bag, $"{name}.Vectors", ref dimension);
        }
    }
}
