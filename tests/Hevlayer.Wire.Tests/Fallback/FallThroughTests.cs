using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Fallback;

public sealed class FallThroughTests
{
    private static readonly string[] NotRepeatable = ["branchNamespace", "copyNamespace"];

    // Operation, then what turbopuffer must see.
    public static TheoryData<string, string> Open => new()
    {
        { "listTurbopufferNamespaces", "GET /v1/namespaces" },
        { "evaluateTurbopufferRecall", "POST /v1/namespaces/namespace/_debug/recall" },
        { "getTurbopufferV1NamespaceMetadata", "GET /v1/namespaces/namespace/metadata" },
        { "updateTurbopufferNamespaceMetadata", "PATCH /v1/namespaces/namespace/metadata" },
        { "queryTurbopufferNamespace", "POST /v2/namespaces/namespace/query" },
        { "getTurbopufferNamespaceSchema", "GET /v1/namespaces/namespace/schema" },
        { "updateTurbopufferNamespaceSchema", "POST /v1/namespaces/namespace/schema" },
        { "branchNamespace", "POST /v2/namespaces/namespace?stainless_overload=branchFrom" },
        { "copyNamespace", "POST /v2/namespaces/namespace?stainless_overload=copyFrom" },
        { "writeNamespace", "POST /v2/namespaces/namespace" },
        { "explainTurbopufferQuery", "POST /v2/namespaces/namespace/explain_query" },
        { "batchQueryNamespace", "POST /v2/namespaces/namespace/query?stainless_overload=multiQuery" },
        { "queryNamespace", "POST /v2/namespaces/namespace/query" },
    };

    public static TheoryData<string> Closed =>
        [.. GatewayOperations.All.Where(operation => operation.TurbopufferRoute is null).Select(operation => operation.Id)];

    public static TheoryData<string> Writes =>
        [.. GatewayOperations.All.Where(operation => operation.WritesToTurbopuffer).Select(operation => operation.Id)];

    public static TheoryData<string> Reads =>
        [.. GatewayOperations.All.Where(operation => operation is { TurbopufferRoute: not null, WritesToTurbopuffer: false }).Select(operation => operation.Id)];

    [Fact]
    public void OperationsWithATurbopufferRoute_AreTheThirteenOfTheContract()
    {
        Assert.Equal(
            Open.Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
            GatewayOperations.All.Where(operation => operation.TurbopufferRoute is not null).Select(operation => operation.Id));
        Assert.Equal(5, Writes.Count);
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task OpenOperation_GatewayCannotBeReached_TurbopufferAnswers(string operation, string request)
    {
        await using var turbopuffer = new RawServer(RawReply.Json(Clients.MinimalReply(operation)));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address, fallback => fallback.Writes = true));

        var metadata = await layer.WithMetadataAsync((client, token) => Call(operation)(client.Api, token), TestContext.Current.CancellationToken);

        var seen = Assert.Single(turbopuffer.Requests);
        Assert.Equal(request, $"{seen.Method} {seen.Target}");
        Assert.Equal($"Bearer {Clients.TurbopufferKey}", seen.Authorization);
        Assert.DoesNotContain(seen.Headers, header => header.Value.Contains(Clients.GatewayKey, StringComparison.Ordinal));
        Assert.Equal(ReplySource.Turbopuffer, metadata!.AnsweredBy);
        Assert.Equal(Clients.Attempts + 1, metadata.Attempts);
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task OpenOperation_GatewayBreaksOffAfterSending_OnlyRepeatableCallsFallThrough(string operation, string request)
    {
        await using var gateway = new RawServer(RawReply.Close);
        await using var turbopuffer = new RawServer(RawReply.Json(Clients.MinimalReply(operation)));
        await using var layer = new HevlayerClient(Clients.Options(gateway.Address, turbopuffer.Address, fallback => fallback.Writes = true));

        var call = Call(operation)(layer.Api, TestContext.Current.CancellationToken);

        if (NotRepeatable.Contains(operation))
        {
            await Assert.ThrowsAsync<HevlayerConnectionException>(() => call);
            Assert.Empty(turbopuffer.Requests);
            return;
        }

        await call;
        Assert.Equal(request.Split(' ')[0], Assert.Single(turbopuffer.Requests).Method);
        Assert.All(gateway.Requests, seen => Assert.Equal($"Bearer {Clients.GatewayKey}", seen.Authorization));
        Assert.True(gateway.Requests.Count >= Clients.Attempts);
        if (operation != "queryNamespace")
        {
            Assert.Equal(gateway.Requests[0].Body, turbopuffer.Requests[0].Body);
            Assert.Equal(gateway.Requests[0].Headers.GetValueOrDefault("content-type"), turbopuffer.Requests[0].Headers.GetValueOrDefault("content-type"));
        }
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public Task GatewayOnlyOperation_GatewayCannotBeReached_TurbopufferIsNotAsked(string operation) =>
        AssertNotAskedAsync(operation, fallback => fallback.Writes = true);

    [Theory]
    [MemberData(nameof(Writes))]
    public Task Write_NotAllowed_TurbopufferIsNotAsked(string operation) => AssertNotAskedAsync(operation, _ => { });

    [Theory]
    [MemberData(nameof(Reads))]
    public Task Read_NotAllowed_TurbopufferIsNotAsked(string operation) =>
        AssertNotAskedAsync(operation, fallback => (fallback.Reads, fallback.Writes) = (false, true));

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Read_GatewayAnswersWithAStatus_TurbopufferIsNotAsked(int status)
    {
        await using var gateway = new RawServer(RawReply.Json("""{"error":"code","message":"text"}""", status));
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        await using var layer = new HevlayerClient(Clients.Options(gateway.Address, turbopuffer.Address));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Equal(ReplySource.Gateway, error.AnsweredBy);
        Assert.Empty(turbopuffer.Requests);
    }

    private static async Task AssertNotAskedAsync(string operation, Action<HevlayerFallbackOptions> configure)
    {
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address, configure));

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => Call(operation)(layer.Api, TestContext.Current.CancellationToken));

        Assert.Null(error.AnsweredBy);
        Assert.Empty(turbopuffer.Requests);
    }

    private static OperationCall Call(string operation) => operation == "queryNamespace"
        ? static (api, token) => api.QueryNamespaceAsync("namespace", new() { Vector = new float[] { 1, 2 } }, cancellationToken: token)
        : OperationCalls.All[operation];
}
