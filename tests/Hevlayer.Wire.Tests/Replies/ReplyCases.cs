using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Contract;

namespace Hevlayer.Wire.Tests.Replies;

/// <summary>Replies of every operation, one for each case that the contract has.</summary>
internal static class ReplyCases
{
    // No enum of the contract has more values than this.
    private const int MostVariants = 12;

    /// <summary>Operation and variant; variants that say the same are given once.</summary>
    public static IEnumerable<(string Operation, int Variant)> Of(ReplyKind kind) =>
        from operation in WireContract.Operations.Values
        where operation.Successes.Count > 0
        from variant in Enumerable.Range(0, MostVariants).DistinctBy(variant => Build(operation.Id, kind, variant).Body?.ToJsonString())
        select (operation.Id, variant);

    public static (int Status, JsonObject Schema, JsonNode? Body) Build(string operation, ReplyKind kind, int variant)
    {
        var successes = WireContract.Operations[operation].Successes;
        var (status, schema) = successes[variant % successes.Count];
        return (status, schema, new ReplyBuilder(kind, variant).Build(schema, operation));
    }
}
