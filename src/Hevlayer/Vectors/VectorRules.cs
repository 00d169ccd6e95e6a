namespace Hevlayer;

/// <summary>What vectors must hold before they are sent.</summary>
internal static class VectorRules
{
    public static void CheckOne(ReadOnlyMemory<float> vector, string name)
    {
        var dimension = 0;
        CheckVector(vector, name, ref dimension);
    }

    public static void CheckBag(IReadOnlyList<ReadOnlyMemory<float>> bag, string name, ref int dimension)
    {
        Require.Some(bag, name);
        for (var index = 0; index < bag.Count; index++)
        {
            CheckVector(bag[index], new(name, index), ref dimension);
        }
    }

    public static void CheckVector(ReadOnlyMemory<float> vector, ArgumentPath name, ref int dimension)
    {
        if (vector.IsEmpty)
        {
            throw new ArgumentException("The vector is empty; at least one component is needed.", name.ToString());
        }

        if (dimension == 0)
        {
            dimension = vector.Length;
        }

        if (vector.Length != dimension)
        {
            throw new ArgumentException($"The vector has {vector.Length} components and the first one {dimension}; all vectors of a call need the same dimension.", name.ToString());
        }

        if (VectorText.FirstNotFinite(vector.Span) is var at and >= 0)
        {
            throw new ArgumentException($"Component {at} is {vector.Span[at]}; only finite numbers are allowed.", name.ToString());
        }
    }
}
