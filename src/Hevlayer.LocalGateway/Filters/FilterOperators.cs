using System.Collections.Frozen;

namespace Hevlayer.Local;

/// <summary>The comparisons of the filter language. A missing attribute reads as null, which orders with nothing.</summary>
internal static class FilterOperators
{
    public static FrozenDictionary<string, Func<AttributeValue, AttributeValue, bool>> Simulated { get; } =
        new Dictionary<string, Func<AttributeValue, AttributeValue, bool>>(StringComparer.Ordinal)
        {
            ["Eq"] = ValueOrder.AreEqual,
            ["NotEq"] = (value, operand) => !ValueOrder.AreEqual(value, operand),
            ["In"] = IsIn,
            ["NotIn"] = (value, operand) => !IsIn(value, operand),
            ["Lt"] = (value, operand) => ValueOrder.Compare(value, operand) < 0,
            ["Lte"] = (value, operand) => ValueOrder.Compare(value, operand) <= 0,
            ["Gt"] = (value, operand) => ValueOrder.Compare(value, operand) > 0,
            ["Gte"] = (value, operand) => ValueOrder.Compare(value, operand) >= 0,
            ["Contains"] = Holds,
            ["NotContains"] = (value, operand) => !Holds(value, operand),
            ["ContainsAny"] = (value, operand) => operand.AsArray().Any(item => Holds(value, item)),
            ["NotContainsAny"] = (value, operand) => !operand.AsArray().Any(item => Holds(value, item)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Operators whose operand is a list.</summary>
    public static bool TakesList(string name) => name is "In" or "NotIn" or "ContainsAny" or "NotContainsAny";

    private static bool IsIn(AttributeValue value, AttributeValue operand) =>
        operand.AsArray().Any(item => ValueOrder.AreEqual(value, item));

    private static bool Holds(AttributeValue value, AttributeValue item) =>
        value.Kind == AttributeKind.Array && value.AsArray().Any(element => ValueOrder.AreEqual(element, item));
}
