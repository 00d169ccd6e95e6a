using System.Text.Json;
using CsCheck;

namespace Hevlayer.Tests.Serialization;

public sealed class AttributeMapTests
{
    private readonly AttributeMap _map = new() { ["text"] = "a", ["page"] = 3, ["ratio"] = 0.5, ["draft"] = false, ["none"] = AttributeValue.Null };

    [Fact]
    public void Map_AnyObject_SurvivesTheTrip() =>
        JsonTexts.Object.Sample(json => JsonAssert.Same(json, RoundTrip.Through<AttributeMap>(json)));

    [Fact]
    public void Getters_RightKind_GiveTheValue()
    {
        Assert.Equal(("a", 3L, 0.5, false), (_map.GetString("text"), _map.GetInt64("page"), _map.GetDouble("ratio"), _map.GetBoolean("draft")));
        Assert.Equal(3, _map.GetDouble("page"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("none")]
    [InlineData("absent")]
    public void Getters_AnotherKindOrAbsent_GiveNull(string key)
    {
        Assert.Null(_map.GetInt64(key));
        Assert.Null(_map.GetDouble(key));
        Assert.Null(_map.GetBoolean(key));
        Assert.Null(_map.GetString(key == "text" ? "page" : key));
    }

    [Fact]
    public void Getters_IntegerAsked_DoNotRoundANumber() => Assert.Null(_map.GetInt64("ratio"));

    [Fact]
    public void Map_NamesThatDifferInCase_AreTwo() =>
        Assert.Equal("""{"I":1,"i":2}""", RoundTrip.Through<AttributeMap>("""{"I":1,"i":2}"""));

    [Fact]
    public void Map_NameTwice_TakesTheLast() => Assert.Equal("""{"a":2}""", RoundTrip.Through<AttributeMap>("""{"a":1,"a":2}"""));

    [Fact]
    public void Maps_SameMembersInAnotherOrder_AreEqual()
    {
        var other = new AttributeMap(_map.Reverse());

        Assert.True(_map.Equals(other));
        Assert.Equal(_map.GetHashCode(), other.GetHashCode());
        other["page"] = 4;
        Assert.False(_map.Equals(other));
    }

    [Fact]
    public void Add_NameIsTaken_IsRefused() => Assert.Throws<ArgumentException>(() => _map.Add("text", 1));

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"a\"")]
    public void Map_NotAnObject_IsAnError(string json) =>
        Assert.Throws<JsonException>(() => RoundTrip.Read<AttributeMap>(json));
}
