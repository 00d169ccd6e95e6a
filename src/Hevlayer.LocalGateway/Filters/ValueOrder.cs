namespace Hevlayer.Local;

/// <summary>How attribute values compare: numbers by size whatever their kind, texts ordinal, other kinds not at all.</summary>
internal static class ValueOrder
{
    public static bool AreEqual(AttributeValue left, AttributeValue right) =>
        IsNumber(left) && IsNumber(right) ? CompareNumbers(left, right) == 0 : left.Equals(right);

    /// <summary>Below zero, zero or above; null where the two have no order.</summary>
    public static int? Compare(AttributeValue left, AttributeValue right)
    {
        if (IsNumber(left) && IsNumber(right))
        {
            return CompareNumbers(left, right);
        }

        if (left.Kind != right.Kind)
        {
            return null;
        }

        return left.Kind switch
        {
            AttributeKind.String => string.CompareOrdinal(left.AsString(), right.AsString()),
            AttributeKind.Boolean => left.AsBoolean().CompareTo(right.AsBoolean()),
            _ => null,
        };
    }

    private static int CompareNumbers(AttributeValue left, AttributeValue right) =>
        left.Kind == AttributeKind.Integer && right.Kind == AttributeKind.Integer
            ? left.AsInt64().CompareTo(right.AsInt64())
            : left.AsDouble().CompareTo(right.AsDouble());

    private static bool IsNumber(AttributeValue value) => value.Kind is AttributeKind.Integer or AttributeKind.Number;
}
