using System.Linq.Expressions;
using Microsoft.Extensions.VectorData.ProviderServices;
using Microsoft.Extensions.VectorData.ProviderServices.Filter;

namespace Hevlayer.VectorData;

/// <summary>Translates the LINQ filter of a collection to the gateway's filter language. Values never become part of a text.</summary>
internal sealed partial class FilterTranslator : FilterTranslatorBase
{
    /// <summary>The filter of a lambda; null when it is met by every record.</summary>
    /// <param name="lambda">From a record to a condition; null for every record.</param>
    /// <param name="model">What the record consists of.</param>
    /// <exception cref="NotSupportedException">A part of the lambda has no translation; the message quotes it.</exception>
    public static Filter? Translate(LambdaExpression? lambda, CollectionModel model)
    {
        if (lambda is null)
        {
            return null;
        }

        var translator = new FilterTranslator();
        return translator.Translate(translator.PreprocessFilter(lambda, model, new() { SupportsParameterization = false })).ToFilter();
    }

    private Condition Translate(Expression node) => node switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } and => Condition.And(Translate(and.Left), Translate(and.Right)),
        BinaryExpression { NodeType: ExpressionType.OrElse } or => Condition.Or(Translate(or.Left), Translate(or.Right)),
        UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool) => Condition.Not(Translate(not.Operand)),
        BinaryExpression { NodeType: ExpressionType.Equal } equal => Compare(equal, ComparisonKind.Equal),
        BinaryExpression { NodeType: ExpressionType.NotEqual } notEqual => Condition.Not(Compare(notEqual, ComparisonKind.Equal)),
        BinaryExpression { NodeType: ExpressionType.LessThan } less => Compare(less, ComparisonKind.Less),
        BinaryExpression { NodeType: ExpressionType.LessThanOrEqual } lessOrEqual => Compare(lessOrEqual, ComparisonKind.LessOrEqual),
        BinaryExpression { NodeType: ExpressionType.GreaterThan } greater => Compare(greater, ComparisonKind.Greater),
        BinaryExpression { NodeType: ExpressionType.GreaterThanOrEqual } greaterOrEqual => Compare(greaterOrEqual, ComparisonKind.GreaterOrEqual),
        MethodCallExpression call when TryMatchContains(call, out var source, out var item) => Contains(call, source, item),
        MethodCallExpression { Method: { Name: nameof(Enumerable.Any) } method, Arguments: [var source, LambdaExpression predicate] } call
            when method.DeclaringType == typeof(Enumerable) => Any(call, source, predicate),
        MemberExpression { Member: { Name: nameof(Nullable<int>.HasValue), DeclaringType: { } owner }, Expression: { } inner }
            when Nullable.GetUnderlyingType(owner) is not null && TryBindProperty(inner, out var nullable) => HasValue(nullable),
        _ when node.Type == typeof(bool) && TryBindProperty(node, out var flag) => Filter.Eq(flag.StorageName, true),
        UnaryExpression { NodeType: ExpressionType.Convert } convert when convert.Operand.Type == typeof(bool) => Translate(convert.Operand),
        _ when TryEvaluate(node, out var value) && value is bool isMet => Condition.Of(isMet),
        _ => throw Untranslatable(node),
    };

    // What is not in the row is null.
    private static Condition HasValue(PropertyModel property) => Filter.NotEq(property.StorageName, AttributeValue.Null);

    private Condition Compare(BinaryExpression comparison, ComparisonKind kind)
    {
        if (TryBindProperty(comparison.Left, out var property) && TryEvaluate(comparison.Right, out var value))
        {
            return Comparison.Of(property, kind, value);
        }

        if (TryBindProperty(comparison.Right, out property) && TryEvaluate(comparison.Left, out value))
        {
            return Comparison.Of(property, Comparison.Mirror(kind), value);
        }

        return TryEvaluate(comparison, out var result) && result is bool isMet ? Condition.Of(isMet) : throw Untranslatable(comparison);
    }

    private static NotSupportedException Untranslatable(Expression node) =>
        new($"The filter has a part that has no translation: {node} ({node.NodeType}). Properties can be compared with values, and lists searched by Contains and Any.");
}
