namespace Hevlayer;

public sealed partial class RankBy
{
    /// <summary>Ranks by the sum of several text scores.</summary>
    /// <param name="expressions">At least one <see cref="Bm25"/>, <see cref="Sum"/>, <see cref="Max"/>, <see cref="Product"/> or raw ranking.</param>
    /// <exception cref="ArgumentException">There is none, or one gives no score that can be combined.</exception>
    public static RankBy Sum(params IEnumerable<RankBy> expressions) => Combine("Sum", expressions);

    /// <summary>Ranks by the greatest of several text scores.</summary>
    /// <param name="expressions">At least one <see cref="Bm25"/>, <see cref="Sum"/>, <see cref="Max"/>, <see cref="Product"/> or raw ranking.</param>
    /// <exception cref="ArgumentException">There is none, or one gives no score that can be combined.</exception>
    public static RankBy Max(params IEnumerable<RankBy> expressions) => Combine("Max", expressions);

    /// <summary>Ranks by a text score times a weight.</summary>
    /// <param name="weight">The weight, a finite number.</param>
    /// <param name="expression">A <see cref="Bm25"/>, <see cref="Sum"/>, <see cref="Max"/>, <see cref="Product"/> or raw ranking.</param>
    /// <exception cref="ArgumentException">The weight is not finite, or the ranking gives no score that can be combined.</exception>
    public static RankBy Product(double weight, RankBy expression)
    {
        if (!double.IsFinite(weight))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "The value must be a finite number.");
        }

        CheckScore(expression, nameof(expression));
        return new(
            JsonForm.Write((weight, expression), static (writer, parts) =>
            {
                writer.WriteStartArray();
                writer.WriteStringValue("Product");
                writer.WriteNumberValue(parts.weight);
                parts.expression._json.WriteTo(writer);
                writer.WriteEndArray();
            }),
            isScore: true);
    }

    /// <summary>Smallest value of an attribute first.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static RankBy Ascending(string attribute) => Order(attribute, "asc");

    /// <summary>Greatest value of an attribute first.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static RankBy Descending(string attribute) => Order(attribute, "desc");

    private static RankBy Combine(string name, IEnumerable<RankBy> expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        var parts = Require.Some(expressions.ToArray(), nameof(expressions));
        for (var index = 0; index < parts.Count; index++)
        {
            CheckScore(parts[index], $"{nameof(expressions)}[{index}]");
        }

        return new(
            JsonForm.Write((name, parts), static (writer, all) =>
            {
                writer.WriteStartArray();
                writer.WriteStringValue(all.name);
                writer.WriteStartArray();
                foreach (var part in all.parts)
                {
                    part._json.WriteTo(writer);
                }

                writer.WriteEndArray();
                writer.WriteEndArray();
            }),
            isScore: true);
    }

    private static RankBy Order(string attribute, string direction)
    {
        Require.Id(attribute);
        return new(JsonForm.Write((attribute, direction), static (writer, parts) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(parts.attribute);
            writer.WriteStringValue(parts.direction);
            writer.WriteEndArray();
        }));
    }

    private static void CheckScore(RankBy expression, string name)
    {
        ArgumentNullException.ThrowIfNull(expression, name);
        if (!expression._isScore)
        {
            throw new ArgumentException("The ranking gives no score that can be combined; text rankings (Bm25, Sum, Max, Product) and raw ones can.", name);
        }
    }
}
