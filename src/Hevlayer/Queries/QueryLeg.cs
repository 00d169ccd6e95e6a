using System.Text.Json;

namespace Hevlayer;

/// <summary>
/// One query in the vector store's own form: a leg of a batch, or the body of a native query or of an explanation. It
/// converts by itself to <see cref="TurbopufferQueryRequest"/>.
/// </summary>
public sealed record QueryLeg
{
    /// <summary>How rows are ranked; needed unless <see cref="AggregateBy"/> is set. The gateway's own HybridText and Auto are not native.</summary>
    public RankBy? RankBy { get; init; }

    /// <summary>Which rows are considered.</summary>
    /// <value>Default: null, all.</value>
    public Filter? Filters { get; init; }

    /// <summary>Number of rows, more than zero.</summary>
    /// <value>Default: null, 10.</value>
    public int? TopK { get; init; }

    /// <summary>Attributes to return with each row.</summary>
    /// <value>Default: null, the vector store's own choice.</value>
    public IncludeAttributes? IncludeAttributes { get; init; }

    /// <summary>Figures to compute, by a name of the caller's choice.</summary>
    /// <value>Default: null, none.</value>
    public Dictionary<string, Aggregate>? AggregateBy { get; init; }

    /// <summary>Attributes by which the figures are grouped.</summary>
    /// <value>Default: null, not grouped.</value>
    public IReadOnlyList<string>? GroupBy { get; init; }

    /// <summary>Members that this version does not know, sent as they are.</summary>
    /// <value>Default: null, none.</value>
    public AttributeMap? Extra { get; init; }

    /// <summary>Checks the query and gives it as a request.</summary>
    /// <exception cref="ArgumentException">
    /// There is neither ranking nor aggregation, the ranking is the gateway's own, TopK is not more than zero, a name is
    /// empty, or a member of <see cref="Extra"/> has a property of its own.
    /// </exception>
    public TurbopufferQueryRequest ToRequest()
    {
        QueryLegRules.Check(this, nameof(QueryLeg));
        var json = JsonForm.Write(this, QueryLegWriter.Write);
        return new()
        {
            AdditionalMembers = json.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>Checks the query and gives it as a request. See <see cref="ToRequest"/>.</summary>
    /// <param name="leg">The query.</param>
    public static implicit operator TurbopufferQueryRequest(QueryLeg leg)
    {
        ArgumentNullException.ThrowIfNull(leg);
        return leg.ToRequest();
    }
}
