using System.Text.Json;

namespace Hevlayer;

/// <summary>What a batch of queries must hold before it is sent.</summary>
internal static class BatchQueryRules
{
    private const int FewestLegs = 2;
    private const int MostLegs = 16;

    private static readonly string[] SingleQueryOnly = ["cursor", "as_of", "between"];

    public static void Check(BatchQueryRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        ArgumentNullException.ThrowIfNull(request.Queries, name);
        if (request.Queries.Count is < FewestLegs or > MostLegs)
        {
            throw new ArgumentException($"There are {request.Queries.Count} queries; a batch takes {FewestLegs} to {MostLegs}.", name);
        }

        for (var index = 0; index < request.Queries.Count; index++)
        {
            CheckLeg(request.Queries[index], $"{name}[{index}]");
        }
    }

    private static void CheckLeg(TurbopufferQueryRequest leg, string name)
    {
        ArgumentNullException.ThrowIfNull(leg, name);
        var members = leg.AdditionalMembers;
        if (members?.Keys.FirstOrDefault(SingleQueryOnly.Contains) is { } stranger)
        {
            throw new ArgumentException($"The member '{stranger}' is not available in a query of a batch.", name);
        }

        if (members is not null
            && members.TryGetValue("rank_by", out var rankBy)
            && rankBy.ValueKind == JsonValueKind.Array
            && ExpressionRules.IsGatewayRanking([.. rankBy.EnumerateArray()]))
        {
            throw new ArgumentException("HybridText and Auto are not available in a batch; send such a query by itself.", name);
        }
    }
}
