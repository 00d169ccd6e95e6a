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
            iter: 300);

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
    [InlineData("-0")]
    [InlineData("1E-45")]
    [InlineData("3.4028235E+38")]
    [InlineData("0.1")]
    [InlineData("16777216")]
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
