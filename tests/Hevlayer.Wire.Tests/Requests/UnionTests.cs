using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Requests;

public sealed class UnionTests(WireGateway gateway)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task IncludeAttributes_AllOrNone_IsABoolean(bool all)
    {
        using var exchange = gateway.Answer(MinimalReplies.Of("query"));

        await exchange.CallAsync((api, token) => api.QueryAsync(new() { IncludeAttributes = all }, cancellationToken: token));

        RequestAssert.Same(
            new("POST /v2/query", all ? """{"include_attributes":true}""" : """{"include_attributes":false}"""),
            exchange.Request,
            exchange.Options.ApiKey!);
    }

    [Fact]
    public async Task IncludeAttributes_NoNames_IsAnEmptyList()
    {
        using var exchange = gateway.Answer(MinimalReplies.Of("query"));

        await exchange.CallAsync(static (api, token) => api.QueryAsync(new() { IncludeAttributes = Array.Empty<string>() }, cancellationToken: token));

        RequestAssert.Same(new("POST /v2/query", """{"include_attributes":[]}"""), exchange.Request, exchange.Options.ApiKey!);
    }

    [Fact]
    public async Task IncludeAttributes_NoNamesInAQuery_IsAnEmptyValueAndNotAbsent()
    {
        using var exchange = gateway.Answer(MinimalReplies.Of("fetchDocument"));

        await exchange.CallAsync(static (api, token) => api.FetchDocumentAsync("namespace", "id", includeAttributes: [], cancellationToken: token));

        Assert.Equal("/v2/namespaces/namespace/documents/id?include_attributes=", exchange.Request.Target);
    }

    [Fact]
    public async Task Fuzziness_Mode_IsAText()
    {
        using var exchange = gateway.Answer(MinimalReplies.Of("createScan"));

        await exchange.CallAsync(static (api, token) => api.CreateScanAsync(
            "namespace",
            new() { HybridText = new() { Field = "text", Query = "shoes", Fuzziness = "auto" } },
            cancellationToken: token));

        RequestAssert.Same(
            new("POST /v2/namespaces/namespace/scans", """{"hybrid_text":{"field":"text","query":"shoes","fuzziness":"auto"}}"""),
            exchange.Request,
            exchange.Options.ApiKey!);
    }
}
