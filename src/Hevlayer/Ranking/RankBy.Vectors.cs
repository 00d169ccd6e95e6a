namespace Hevlayer;

public sealed partial class RankBy
{
    /// <summary>Nearest first, by approximate nearest neighbours.</summary>
    /// <param name="vector">The query vector.</param>
    /// <param name="attribute">The vector attribute of the rows.</param>
    /// <exception cref="ArgumentException">The vector is empty or has a component that is not finite, or the name is empty.</exception>
    public static RankBy Ann(ReadOnlyMemory<float> vector, string attribute = "vector")
    {
        VectorRules.CheckOne(vector, nameof(vector));
        Require.Id(attribute);
        return new(JsonForm.Write((attribute, vector), static (writer, parts) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(parts.attribute);
            writer.WriteStringValue("ANN");
            VectorText.Write(writer, parts.vector.Span);
            writer.WriteEndArray();
        }));
    }

    /// <summary>Nearest first among rows with several vectors each, by several query vectors.</summary>
    /// <param name="vectors">The query vectors, all of one dimension.</param>
    /// <param name="attribute">The multivector attribute of the rows.</param>
    /// <exception cref="ArgumentException">
    /// There is no vector, the dimensions differ, a vector is empty or has a component that is not finite, or the name is
    /// empty.
    /// </exception>
    public static RankBy MultiVectorAnn(IReadOnlyList<ReadOnlyMemory<float>> vectors, string attribute = "vectors")
    {
        var dimension = 0;
        VectorRules.CheckBag(vectors, nameof(vectors), ref dimension);
        Require.Id(attribute);
        return new(JsonForm.Write((attribute, vectors), static (writer, parts) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(parts.attribute);
            writer.WriteStringValue("ANN");
            VectorText.Write(writer, parts.vectors);
            writer.WriteEndArray();
        }));
    }
}
