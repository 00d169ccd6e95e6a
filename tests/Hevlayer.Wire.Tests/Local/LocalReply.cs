using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Contract;

namespace Hevlayer.Wire.Tests.Local;

/// <summary>What the local gateway answered to a call.</summary>
internal sealed record LocalReply(int Status, byte[] Body, string? ContentType)
{
    private static readonly JsonObject Error = WireContract.Find("#/components/schemas/Error");

    public bool IsSuccess => Status < 400;

    /// <summary>
    /// What the contract has against the reply: JSON must be of the schema for its status. Where the contract names no such status
    /// it must be an error; a backend whose replies are passed on as they are has errors of its own form, and the framework's
    /// refusals are plain text.
    /// </summary>
    public IReadOnlyList<string> Faults(string operation)
    {
        var contract = WireContract.Operations[operation];
        var documented = contract.Node["responses"]!.AsObject().ContainsKey($"{Status}");
        if (ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true)
        {
            var schema = contract.Replies.FirstOrDefault(reply => reply.Status == Status).Schema ?? (Status < 400 ? null : IsPassedOn(contract) ? contract.Successes[0].Schema : Error);
            return schema is null ? [$"status {Status} has no JSON in the contract"] : SchemaCheck.Faults(JsonNode.Parse(Body), schema);
        }

        return documented || Status is 400 or 415 or 422 ? [] : [$"status {Status} with {ContentType ?? "no body"} is not in the contract"];
    }

    private static bool IsPassedOn(ContractOperation contract) =>
        contract.Successes is [var (_, schema), ..] && WireContract.Resolve(schema) == WireContract.Find("#/components/schemas/PrometheusResponse");
}
