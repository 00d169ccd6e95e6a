namespace Hevlayer.Local;

/// <summary>The reply to a query over several namespaces, and what each of them added.</summary>
internal sealed record FederatedAnswer(FederatedQueryResponse Response, IReadOnlyList<FederatedLeg> Legs)
{
    /// <summary>Up to when the reply is complete; null when that is not known of each namespace.</summary>
    public long? Watermark => Legs.Count > 0 && Legs.All(leg => leg.Watermark is not null) ? Legs.Min(leg => leg.Watermark) : null;

    public bool IsPartial => Response.Errors is not null;
}
