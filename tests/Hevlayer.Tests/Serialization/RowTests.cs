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
}
