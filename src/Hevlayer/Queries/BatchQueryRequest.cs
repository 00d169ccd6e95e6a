namespace Hevlayer;

public sealed partial record BatchQueryRequest
{
    /// <summary>A batch of typed queries; settings of the whole batch are added with <c>with</c>.</summary>
    /// <param name="legs">From 2 to 16 queries.</param>
    /// <exception cref="ArgumentException">There are fewer or more, or one of them is wrong. See <see cref="QueryLeg.ToRequest"/>.</exception>
    public static BatchQueryRequest Of(params IEnumerable<QueryLeg> legs)
    {
        ArgumentNullException.ThrowIfNull(legs);
        var request = new BatchQueryRequest { Queries = [.. legs.Select(static leg => (TurbopufferQueryRequest)leg)] };
        BatchQueryRules.Check(request, nameof(legs));
        return request;
    }
}
