using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Rows;

namespace Hevlayer.Wire.Tests.Strangers;

/// <summary>
/// Every operation against a server that somebody else wrote, and that knows the contract alone: it finds nothing wrong with
/// what the client sends, and the client reads what it answers.
/// </summary>
public sealed class PrismTests(Prism prism) : IClassFixture<Prism>
{
    // The rows send zeros and values of later gateways on purpose, to see that they arrive as they are.
    private static readonly Dictionary<string, string[]> MeantInFullCalls = new(StringComparer.Ordinal)
    {
        ["createScan"] = ["body.threads"],
        ["createSnapshot"] = ["body.page_size"],
        ["createUdf"] = ["body.spec.triggers.2"],
        ["getCostTimeseries"] = ["query.step"],
        ["initNamespace"] = ["body.schema_version"],
        ["listMetricsCatalog"] = ["query.family"],
        ["listNamespaces"] = ["query.page_size"],
        ["query"] = ["body.fusion.per_namespace_limit", "body.top_k"],
        ["queryNamespace"] = ["body.between"],
        ["upsertUdf"] = ["body.spec.triggers.2"],
        ["warmCache"] = ["query.page_size"],
    };

    public static TheoryData<string> Operations => [.. GatewayOperations.All.Select(static operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task SmallestCall_OfEachOperation_IsOfTheContract(string operation) =>
        Assert.Empty(await CallAsync(operation, OperationCalls.All[operation]));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task FullCall_OfEachOperation_IsOfTheContract(string operation) =>
        Assert.Equal(MeantInFullCalls.GetValueOrDefault(operation) ?? [], await CallAsync(operation, WireRows.All[operation].Call));

    [Fact]
    public async Task Request_IsNotOfTheContract_IsNoticed()
    {
        using var reader = new ViolationReader();
        using var http = new HttpClient(reader) { BaseAddress = prism.Address };

        using var reply = await http.PostAsync(new Uri("/v2/pipelines", UriKind.Relative), new StringContent("{}", null, "application/json"), TestContext.Current.CancellationToken);

        Assert.NotEmpty(reader.Violations);
    }

    private async Task<IReadOnlyList<string>> CallAsync(string operation, OperationCall call)
    {
        using var reader = new ViolationReader();
        await using var layer = new HevlayerClient(new() { BaseAddress = prism.Address, ApiKey = "key", Retry = new() { MaxAttempts = 1 } }, reader);

        var error = await Record.ExceptionAsync(() => call(layer.Api, TestContext.Current.CancellationToken));

        // What it finds wrong it refuses. Both queries of a namespace have one path: it answers as to the other one.
        var isMistaken = operation == "batchQueryNamespace" && error?.Message.Contains("required properties including: 'results'", StringComparison.Ordinal) is true;
        Assert.True(error is null || isMistaken || reader.Violations.Count > 0, $"{error}");
        return [.. reader.Violations.Order(StringComparer.Ordinal)];
    }
}
