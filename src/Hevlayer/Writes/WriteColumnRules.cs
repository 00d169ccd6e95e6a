namespace Hevlayer;

/// <summary>What the columns of a write must hold before they are sent.</summary>
internal static class WriteColumnRules
{
    public static void Check(WriteColumns? columns, string name, ref int dimension)
    {
        if (columns is null)
        {
            return;
        }

        var ids = Require.Some(columns.Ids, $"{name}.Ids");
        RowIdRules.Check(ids, $"{name}.Ids");
        CheckVectors(columns, name, ref dimension);
        foreach (var (attribute, values) in columns.Attributes ?? [])
        {
            var column = $"{name}.Attributes['{attribute}']";
            ReservedNames.CheckAttribute(attribute, column);
            ArgumentNullException.ThrowIfNull(values, column);
            CheckLength(values.Count, ids.Count, column);
        }
    }

    private static void CheckVectors(WriteColumns columns, string name, ref int dimension)
    {
        if (columns.Vector is not null && columns.Vectors is not null)
        {
            throw new ArgumentException("Both Vector and Vectors are set; at most one of them is allowed.", name);
        }

        if (columns.Vector is { } vectors)
        {
            CheckLength(vectors.Count, columns.Ids.Count, $"{name}.Vector");
            VectorRules.CheckBag(vectors, $"{name}.Vector", ref dimension);
        }

        if (columns.Vectors is { } bags)
        {
            CheckLength(bags.Count, columns.Ids.Count, $"{name}.Vectors");
            for (var index = 0; index < bags.Count; index++)
            {
                VectorRules.CheckBag(bags[index], $"{name}.Vectors[{index}]", ref dimension);
            }
        }
    }

    private static void CheckLength(int length, int wanted, string name)
    {
        if (length != wanted)
        {
            throw new ArgumentException($"The column has {length} values and there are {wanted} ids; all columns need the same length.", name);
        }
    }
}
