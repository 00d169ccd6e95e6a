using System.Text.Json;
using CsCheck;

namespace Hevlayer.Tests.Building;

public sealed class RoundTripTests
{
    private static readonly Gen<AttributeValue> Scalar = Gen.OneOf(
        Gen.String.Where(IsText).Select(static value => (AttributeValue)value),
        Gen.Long.Select(static value => (AttributeValue)value),
        Gen.Bool.Select(static value => (AttributeValue)value),
        Gen.Double.Where(double.IsFinite).Where(value => value != Math.Floor(value)).Select(static value => (AttributeValue)value));

    private static readonly Gen<string> Name = Gen.String.Where(IsText).Where(static name => name.Trim().Length > 0);

    private static readonly Gen<float[]> Vectors = Gen.Float.Where(float.IsFinite).Array[1, 40];

    [Fact]
    public void FilterValues_SurviveTheWire() =>
        Gen.Select(Name, Scalar).Sample((name, value) =>
        {
            var json = JsonDocument.Parse(Filter.Eq(name, value).ToString()).RootElement;

            return json[0].GetString() == name && Wire.Value(json[2]) == value;
        });

    [Fact]
    public void FilterLists_SurviveTheWire() =>
        Scalar.Array[1, 10].Sample(values =>
        {
            var json = JsonDocument.Parse(Filter.In("attribute", values).ToString()).RootElement;

            return json[2].EnumerateArray().Select(Wire.Value).SequenceEqual(values);
        });

    [Fact]
    public void Vectors_SurviveTheWireOfARanking() =>
        Vectors.Sample(vector =>
            RankBy.Ann(vector)[2].EnumerateArray().Select(component => component.GetSingle()).SequenceEqual(vector));

    [Fact]
    public void RowsOfAWrite_SurviveTheWire() =>
        Gen.Select(Name, Vectors, Scalar).Sample((id, vector, value) =>
        {
            var write = new NamespaceWrite { UpsertRows = [new() { Id = id, Vector = vector, Attributes = new() { ["attribute"] = value } }] };
            var row = JsonDocument.Parse(Wire.Json(write)).RootElement.GetProperty("upsert_rows")[0];

            return row.GetProperty("id").GetString() == id
                && row.GetProperty("vector").EnumerateArray().Select(component => component.GetSingle()).SequenceEqual(vector)
                && Wire.Value(row.GetProperty("attribute")) == value;
        });

    // JSON cannot carry half of a surrogate pair.
    private static bool IsText(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }
}
