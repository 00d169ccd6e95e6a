using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

internal sealed partial class FilterTranslator
{
    // The compiler widens small numbers and lifts to nullables; neither changes which property is meant.
    protected override bool TryBindProperty(Expression expression, [NotNullWhen(true)] out PropertyModel? propertyModel)
    {
        while (true)
        {
            switch (expression)
            {
                case UnaryExpression { NodeType: ExpressionType.Convert } convert when IsWidening(convert.Operand.Type, convert.Type):
                    expression = convert.Operand;
                    break;
                case MemberExpression { Member: { Name: nameof(Nullable<int>.Value), DeclaringType: { } owner }, Expression: { } inner } when Nullable.GetUnderlyingType(owner) is not null:
                    expression = inner;
                    break;
                default:
                    return base.TryBindProperty(expression, out propertyModel);
            }
        }
    }

    private static bool IsWidening(Type from, Type to) => (Plain(from), Plain(to)) switch
    {
        var (source, target) when source == target => true,
        var (source, target) when source == typeof(byte) || source == typeof(short) => target == typeof(int) || target == typeof(long),
        var (source, target) when source == typeof(int) => target == typeof(long) || target == typeof(double),
        var (source, target) when source == typeof(float) => target == typeof(double),
        _ => false,
    };

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Expression Unwrap(Expression node)
    {
        while (node is UnaryExpression { NodeType: ExpressionType.Convert } convert)
        {
            node = convert.Operand;
        }

        return node;
    }

    /// <summary>The value of what does not depend on the record.</summary>
    private static bool TryEvaluate(Expression node, out object? value)
    {
        if (Unwrap(node) is ConstantExpression constant)
        {
            value = constant.Value;
            return true;
        }

        value = null;
        if (RecordFinder.Finds(node) || Plain(node.Type).IsByRefLike)
        {
            return false;
        }

        // Interpreted, so that no code is made at run time.
        value = Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile(preferInterpretation: true)();
        return true;
    }
}
