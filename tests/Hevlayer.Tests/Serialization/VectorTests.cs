using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Hevlayer.Tests.Serialization;

public sealed class VectorTests
{
    private static readonly Gen<float> Finite =
        Gen.UInt.Select(BitConverter.UInt32BitsToSingle).Where(float.IsFinite);

    [Fact]
    public void Vector_AnyFiniteFloats_SurviveBitExactly() =>
        Finite.Array[0, 700].Sample(
            components =>
            {
                var entry = new VectorEntry { Id = "a", Vector = components };
                var again = RoundTrip.Read<VectorEntry>(RoundTrip.Write(entry)).Vector!.Value;
                return Bits(components).SequenceEqual(Bits(again.ToArray()));
            },
            iter: 3_000);

    [Fact]
    public void Vector_EveryPowerAndItsNeighbours_SurviveBitExactly()
    {
        var powers = Enumerable.Range(-149, 277).Select(static exponent => MathF.ScaleB(1, exponent))
            .Concat(Enumerable.Range(-45, 84).Select(static exponent => float.Parse($"1e{exponent}", CultureInfo.InvariantCulture)));
        float[] around = [.. powers.SelectMany(static power => new[] { power, MathF.BitIncrement(power), MathF.BitDecrement(power), -power })];

        Assert.Equal(Bits(around), Bits(RoundTrip.Read<VectorEntry>(RoundTrip.Write(new VectorEntry { Id = "a", Vector = around })).Vector!.Value.ToArray()));
    }

    [Fact]
    public void Vector_AnyFiniteFloats_AreReadAlikeByAReaderThatRoundsThroughDoubles() =>
        Finite.Array[0, 700].Sample(
            static components =>
            {
                using var json = JsonDocument.Parse(RoundTrip.Write(new VectorEntry { Id = "a", Vector = components }));
                var read = json.RootElement.GetProperty("vector").EnumerateArray().Select(static number => (float)number.GetDouble());
                return Bits(components).SequenceEqual(Bits([.. read]));
            },
            iter: 500);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Vector_NoNumber_IsRefused(float component) =>
        Assert.Throws<ArgumentException>(() => RoundTrip.Write(new VectorEntry { Id = "a", Vector = new[] { 1, component } }));

    [Fact]
    public void Bag_AnyVectors_SurvivesBitExactly() =>
        Finite.Array[0, 9].Array[0, 9].Sample(bag =>
        {
            var entry = new VectorEntry { Id = "a", Vectors = [.. bag.Select(vector => new ReadOnlyMemory<float>(vector))] };
            var again = RoundTrip.Read<VectorEntry>(RoundTrip.Write(entry)).Vectors!;
            return bag.Select(Bits).SelectMany(bits => bits).SequenceEqual(again.Select(vector => Bits(vector.ToArray())).SelectMany(bits => bits))
                && bag.Length == again.Count;
        });

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("1")]
    [InlineData("0.1")]
    [InlineData("-0.25")]
    [InlineData("12.5")]
    [InlineData("100")]
    [InlineData("0.000012")]
    [InlineData("1e-6")]
    [InlineData("16777216")]
    [InlineData("123456790")]
    [InlineData("1e10")]
    [InlineData("1.5e-10")]
    [InlineData("3.4028235e38")]
    [InlineData("1.4012985e-45")]
    public void Vector_EdgesOfTheRange_KeepTheirText(string component) =>
        Assert.Equal($$"""{"id":"a","vector":[{{component}}]}""", RoundTrip.Through<VectorEntry>($$"""{"id":"a","vector":[{{component}}]}"""));

    [Fact]
    public void Vector_SliceOfALargerArray_SendsTheSliceAlone() =>
        Assert.Equal("""{"id":"a","vector":[2,3]}""", RoundTrip.Write(new VectorEntry { Id = "a", Vector = new float[] { 1, 2, 3, 4 }.AsMemory(1, 2) }));

    [Theory]
    [InlineData("null", true)]
    [InlineData("[]", false)]
    public void Vector_NullAndEmpty_AreTwoThings(string json, bool isNull) =>
        Assert.Equal(isNull, RoundTrip.Read<VectorEntry>($$"""{"id":"a","vector":{{json}}}""").Vector is null);

    [Theory]
    [InlineData("[null]")]
    [InlineData("[\"1\"]")]
    [InlineData("[[1]]")]
    [InlineData("{}")]
    [InlineData("\"AAAA\"")]
    public void Vector_NotNumbers_IsAnError(string json) =>
        Assert.Throws<JsonException>(() => RoundTrip.Read<VectorEntry>($$"""{"id":"a","vector":{{json}}}"""));

    private static IEnumerable<uint> Bits(float[] vector) => vector.Select(BitConverter.SingleToUInt32Bits);
}
