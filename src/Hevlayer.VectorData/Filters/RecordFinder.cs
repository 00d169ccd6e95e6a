using System.Linq.Expressions;

namespace Hevlayer.VectorData;

/// <summary>Finds out whether an expression depends on a parameter, such as the record that a filter is asked of.</summary>
internal sealed class RecordFinder : ExpressionVisitor
{
    private bool _found;

    public static bool Finds(Expression node)
    {
        var finder = new RecordFinder();
        finder.Visit(node);
        return finder._found;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _found = true;
        return node;
    }
}
