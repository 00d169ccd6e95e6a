using System.Text.Json.Serialization;

namespace Hevlayer;

public sealed partial record FederatedQueryResponse
{
    /// <summary>Whether some namespaces did not answer; <see cref="Errors"/> names them.</summary>
    [JsonIgnore]
    public bool IsPartial => Errors is { Count: > 0 };

    /// <summary>Set when the query was not run because it needs a vector first; null otherwise.</summary>
    [JsonIgnore]
    public QueryDeferral? Deferral => QueryDeferral.From(Routing);
}
