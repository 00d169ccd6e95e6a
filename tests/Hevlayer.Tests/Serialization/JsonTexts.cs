using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Hevlayer.Tests.Serialization;

/// <summary>Generates JSON texts of every shape.</summary>
internal static class JsonTexts
{
    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Int[-9, 9].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[-99999, 99999], Gen.Int[0, 99999], Gen.Int[-420, 420]).Select((whole, part, power) =>
            string.Create(CultureInfo.InvariantCulture, $"{whole}.{part}e{power}")),
        Gen.Char['1', '9'].Array[1, 40].Select(digits => new string(digits)),
        Gen.Const("-0"),
        Gen.Const("0.0"),
        Gen.Const("1E+2"));

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Number,
        Texts.Any.Select(text => JsonSerializer.Serialize(text)),
        Gen.Const("true"),
        Gen.Const("false"),
        Gen.Const("null"));

    /// <summary>Any JSON value, nested up to a depth.</summary>
    public static Gen<string> Any { get; } = Value(4);

    /// <summary>Any JSON object.</summary>
    public static Gen<string> Object { get; } = ObjectOf(Value(3));

    private static Gen<string> Value(int depth) => depth == 0
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Value(depth - 1).Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
            ObjectOf(Value(depth - 1)));

    private static Gen<string> ObjectOf(Gen<string> value) =>
        Gen.Dictionary(Texts.Any, value)[0, 4].Select(members =>
            $"{{{string.Join(',', members.Select(member => $"{JsonSerializer.Serialize(member.Key)} : {member.Value}"))}}}");
}
