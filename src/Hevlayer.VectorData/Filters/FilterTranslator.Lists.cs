using System.Collections;
using System.Linq.Expressions;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

internal sealed partial class FilterTranslator
{
    private Condition Contains(MethodCallExpression call, Expression source, Expression item)
    {
        // The record's list has the value.
        if (TryBindProperty(source, out var list) && TryEvaluate(item, out var value))
        {
            return Filter.Contains(list.StorageName, Comparison.Value(list, value) is { IsNull: false } sought ? sought : throw Untranslatable(call));
        }

        // The values have the record's property among them.
        return TryBindProperty(item, out var property) && TryEvaluateList(source, out var values)
            ? Among(property, values)
            : throw Untranslatable(call);
    }

    private Condition Any(MethodCallExpression call, Expression source, LambdaExpression predicate)
    {
        if (!TryBindProperty(source, out var list))
        {
            throw Untranslatable(call);
        }

        var element = predicate.Parameters[0];
        switch (predicate.Body)
        {
            case MethodCallExpression inner when TryMatchContains(inner, out var valuesNode, out var item) && Unwrap(item) == element && TryEvaluateList(valuesNode, out var values):
                var sought = values.Where(static value => value is not null).Select(value => Comparison.Value(list, value)).ToArray();
                return sought.Length == 0 ? Condition.Never : Filter.ContainsAny(list.StorageName, sought);
            case BinaryExpression { NodeType: ExpressionType.Equal } equal when Unwrap(equal.Left) == element && TryEvaluate(equal.Right, out var value) && value is not null:
                return Filter.Contains(list.StorageName, Comparison.Value(list, value));
            default:
                throw Untranslatable(call);
        }
    }

    private static Condition Among(PropertyModel property, IReadOnlyList<object?> values)
    {
        var stored = values.Where(static value => value is not null).Select(value => Comparison.Value(property, value)).ToArray();
        var found = stored.Length == 0 ? Condition.Never : Filter.In(property.StorageName, stored);
        return values.Contains(null) ? Condition.Or(found, Filter.Eq(property.StorageName, AttributeValue.Null)) : found;
    }

    private static bool TryEvaluateList(Expression node, out IReadOnlyList<object?> values)
    {
        values = TryEvaluate(node, out var list) && list is IEnumerable elements and not string ? [.. elements.Cast<object?>()] : [];
        return list is IEnumerable and not string;
    }
}
