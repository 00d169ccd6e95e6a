using System.Text.Json;
using CsCheck;

namespace Hevlayer.Tests.Serialization;

public sealed class AttributeValueTests
{
    [Fact]
    public void Value_AnyJson_SurvivesTheTrip() =>
        JsonTexts.Any.Sample(json => JsonAssert.Same(json, RoundTrip.Through<AttributeValue>(json)), iter: 5000);

    [Fact]
    public void Value_AnyJson_EqualsItselfReadAgain() =>
        JsonTexts.Any.Sample(json =>
        {
            var (one, other) = (RoundTrip.Read<AttributeValue>(json), RoundTrip.Read<AttributeValue>(json));
            return one == other && one.GetHashCode() == other.GetHashCode() && one.Kind == other.Kind;
        });

    [Fact]
    public void Value_AnyDouble_SurvivesBitExactly() =>
        Gen.Double.Where(double.IsFinite).Sample(number =>
            BitConverter.DoubleToInt64Bits(RoundTrip.Read<AttributeValue>(RoundTrip.Write<AttributeValue>(number)).AsDouble())
                == BitConverter.DoubleToInt64Bits(number)
            || number == 0);

    [Theory]
    [InlineData(2.0, "2.0")]
    [InlineData(-3.0, "-3.0")]
    [InlineData(0.0, "0.0")]
    [InlineData(123456789012345.0, "123456789012345.0")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "10000000000000000.0")]
    [InlineData(1.2345678901e18, "1.2345678901E+18")]
    [InlineData(2.5, "2.5")]
    public void Value_OfADouble_StaysOneOnTheWire(double number, string json)
    {
        var written = RoundTrip.Write<AttributeValue>(number);

        Assert.Equal(json, written);
        Assert.Equal((AttributeValue)number, RoundTrip.Read<AttributeValue>(written));
    }

    [Theory]
    [InlineData("null", AttributeKind.Null, "")]
    [InlineData("\"a\"", AttributeKind.String, "a")]
    [InlineData("\"\"", AttributeKind.String, "")]
    [InlineData("7", AttributeKind.Integer, "7")]
    [InlineData("-9223372036854775808", AttributeKind.Integer, "-9223372036854775808")]
    [InlineData("9223372036854775808", AttributeKind.Number, "9223372036854775808")]
    [InlineData("1.5", AttributeKind.Number, "1.5")]
    [InlineData("1e400", AttributeKind.Number, "1e400")]
    [InlineData("1e-400", AttributeKind.Number, "1e-400")]
    [InlineData("0.1234567890123456789012345", AttributeKind.Number, "0.1234567890123456789012345")]
    [InlineData("true", AttributeKind.Boolean, "true")]
    [InlineData("[1,\"a\"]", AttributeKind.Array, "[1,\"a\"]")]
    [InlineData("{\"a\":null}", AttributeKind.Object, "{\"a\":null}")]
    public void Value_EachKind_IsKnownAndHasAText(string json, AttributeKind kind, string text)
    {
        var value = RoundTrip.Read<AttributeValue>(json);

        Assert.Equal((kind, text), (value.Kind, value.ToString()));
        Assert.Equal(json, RoundTrip.Write(value));
    }

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Value_ReadAsAnotherKind_SaysWhatItIs(string json)
    {
        var value = RoundTrip.Read<AttributeValue>(json);

        var error = Assert.Throws<InvalidOperationException>(() => value.AsInt64());

        Assert.Equal($"The value is not a 64-bit integer: it is of kind {value.Kind}.", error.Message);
    }

    [Fact]
    public void Value_FromEachType_WritesItsJson()
    {
        AttributeValue[] values =
        [
            "a", 1, 2L, 0.5, true, new[] { "x", "y" }, new AttributeValue[] { 1, "z" }, new AttributeMap { ["k"] = 1 },
            default(string), default(AttributeMap), default(string[]), AttributeValue.Null,
        ];

        Assert.Equal("""["a",1,2,0.5,true,["x","y"],[1,"z"],{"k":1},null,null,null,null]""", RoundTrip.Write<AttributeValue>(values));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Value_FromNoNumber_IsRefused(double number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { AttributeValue value = number; });

    [Fact]
    public void Value_OfDifferentKinds_Differ()
    {
        AttributeValue[] values = ["1", 1, true, AttributeValue.Null, new[] { "1" }, new AttributeMap { ["1"] = 1 }];

        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Fact]
    public void Value_SourceArrayChangesLater_KeepsWhatItWas()
    {
        var source = new AttributeValue[] { 1 };
        AttributeValue value = source;
        source[0] = 2;

        Assert.Equal("[1]", value.ToString());
    }

    [Theory]
    [MemberData(nameof(Cultures.Odd), MemberType = typeof(Cultures))]
    public async Task Value_OddCulture_HasTheSameText(string culture) =>
        Assert.Equal(
            "-1000 1.5 [0.25]",
            await Cultures.RunAsync(culture, () => Task.FromResult($"{(AttributeValue)(-1000)} {(AttributeValue)1.5} {(AttributeValue)new AttributeValue[] { 0.25 }}")));

    [Theory]
    [InlineData("[1")]
    [InlineData("{\"a\"")]
    [InlineData("")]
    public void Value_JsonIsCut_IsAnError(string json) =>
        Assert.Throws<JsonException>(() => RoundTrip.Read<AttributeValue>(json));
}
