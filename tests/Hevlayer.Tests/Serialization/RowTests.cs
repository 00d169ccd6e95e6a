using System.Text.Json;
using CsCheck;

namespace Hevlayer.Tests.Serialization;

public sealed class RowTests
{
    [Fact]
    public void Row_AnyAttributes_SurviveTheTrip() =>
        JsonTexts.Object.Sample(json => JsonAssert.Same(
            Flat(json),
            RoundTrip.Through<Row>(Flat(json))));

    [Theory]
    [InlineData("""{"id":"a","$dist":0.25,"text":"x"}""")]
    [InlineData("""{"id":7,"$dist":0}""")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":18446744073709551615}""")]
    [InlineData("""{"id":"a","$fused":{"legs":[1,2]},"ID":"b","vector":[1,2]}""")]
    public void Row_KnownShapes_SurviveTheTrip(string json) => JsonAssert.Same(json, RoundTrip.Through<Row>(json));

    [Fact]
    public void Row_DistanceIsNull_HasNone() => Assert.Null(RoundTrip.Read<Row>("""{"id":"a","$dist":null}""").Distance);

    [Fact]
    public void Row_MembersInAnyOrder_AreRead()
    {
        var row = RoundTrip.Read<Row>("""{"text":"x","$dist":1,"id":"a"}""");

        Assert.Equal(("a", 1.0, "x"), (row.Id.AsString(), row.Distance!.Value, row.Attributes.GetString("text")));
    }

    // Members that the row itself takes are left to the other test.
    private static string Flat(string json) =>
        RoundTrip.Write(new AttributeMap(RoundTrip.Read<AttributeMap>(json).Where(member => member.Key is not ("id" or "$dist"))) { ["id"] = "a" });

    [Fact]
    public void Names_OfManyRows_StayApart()
    {
        // More names than are kept, many of them alike in length and letters, some escaped, empty or long.
        string[] names = [.. from first in "abcdefghij" from last in "klmnopqrst" from middle in new[] { "", "x", "\"", "é" } select $"{first}{middle}{last}"];
        names = [.. names, "", new string('n', 200)];
        var rows = names.Select(static (name, index) => $$"""{"id":"r",{{JsonEncodedName(name)}}:{{index}},{{JsonEncodedName($"{name}x")}}:-{{index}}}""");
        var text = $$"""{"rows":[{{string.Join(',', rows)}}]}""";

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(
                names.Select(static (name, index) => (name, (long?)index, (long?)-index)),
                RoundTrip.Read<QueryResponse>(text).Rows.Zip(names, static (row, name) => (row.Attributes.Keys.First(), row.Attributes.GetInt64(name), row.Attributes.GetInt64($"{name}x"))));
        }
    }

    private static string JsonEncodedName(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}
