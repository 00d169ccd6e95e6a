using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Contract;
using Hevlayer.Wire.Tests.Rows;

namespace Hevlayer.Wire.Tests.Requests;

public sealed class CoverageTests
{
    public static TheoryData<string> Operations => [.. WireContract.Operations.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Rows_FullCall_LeavesNoFieldOfTheContractOut(string operation)
    {
        var contract = WireContract.Operations[operation];
        var full = WireRows.All[operation].Full;

        var missing = contract.Request is { } schema ? SchemaCoverage.Missing(schema, [JsonNode.Parse(full.Body!)!]) : [];

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Rows_FullCall_LeavesNoParameterOfTheContractOut(string operation)
    {
        var full = WireRows.All[operation].Full;
        var sent = full.Line.Split('?', '&').Skip(1).Select(static pair => pair.Split('=')[0]).ToList();
        sent.AddRange(full.SearchQuery is null ? [] : ["x-hevlayer-search-query"]);
        sent.AddRange(full.Tags is null ? [] : ["x-hevlayer-tags"]);
        sent.AddRange(full.TraceParent is null ? [] : ["traceparent"]);

        var parameters = WireContract.Operations[operation].Parameters
            .Where(static parameter => (string?)parameter["in"] != "path")
            .Select(static parameter => (string)parameter["name"]!);

        Assert.Equal(parameters.Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Contract_Operations_AreThoseOfTheTable() =>
        Assert.Equal(
            GatewayOperations.All.Select(static operation => (operation.Id, operation.Method.Method, operation.Route)).Order(),
            WireContract.Operations.Values.Select(static operation => (operation.Id, operation.Method, operation.Path.Split('#')[0])).Order());
}
