using System.Text.Json.Serialization;

namespace Hevlayer;

public sealed partial record QueryResponse
{
    /// <summary>Set when the query was not run because it needs a vector first; null otherwise.</summary>
    [JsonIgnore]
    public QueryDeferral? Deferral => QueryDeferral.From(Routing);
}
