using System.Net;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>What is set on a borrowed HTTP client was set for the gateway.</summary>
public sealed class BorrowedClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DefaultHeaders_OfABorrowedClient_ReachTheGatewayAndNotTurbopuffer()
    {
        await using var gateway = new RawServer(RawReply.Close);
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-api-key", "gateway-secret");
        http.DefaultRequestHeaders.Add("Cookie", "session=gateway-secret");
        http.DefaultRequestHeaders.Authorization = new("Bearer", "gateway-secret");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("app/2.0");
        http.DefaultRequestHeaders.Host = "gateway.internal";
        await using var layer = new HevlayerClient(Clients.Options(gateway.Address, turbopuffer.Address), http);

        await layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: Token);
        await layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: Token);

        Assert.All(gateway.Requests, static seen => Assert.Equal(
            ("gateway-secret", "session=gateway-secret", "app/2.0", "gateway.internal"),
            (seen.Headers["x-api-key"], seen.Headers["cookie"], seen.Headers["user-agent"], seen.Headers["host"])));
        Assert.Equal(2, turbopuffer.Requests.Count);
        Assert.All(turbopuffer.Requests, seen =>
        {
            Assert.Equal(["accept-encoding", "authorization", "host", "user-agent"], seen.Headers.Keys.Select(name => name.ToLowerInvariant()).Order());
            Assert.Equal($"Bearer {Clients.TurbopufferKey}", seen.Authorization);
            Assert.StartsWith("hevlayer-dotnet/", seen.Headers["user-agent"], StringComparison.Ordinal);
            Assert.Equal(turbopuffer.Address.Authority, seen.Headers["host"]);
        });
    }

    [Fact]
    public async Task BorrowedClient_WhoseHeadersAreReplacedAnyway_IsUsedForBoth()
    {
        var seen = new List<SentRequest>();
        using var handler = new StubHandler((request, _) =>
        {
            seen.Add(request);
            return request.Host == "gateway.test"
                ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                : Reply.Json("{}");
        });
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "gateway-secret");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("app/2.0");
        await using var layer = new HevlayerClient(Clients.Options(new("http://gateway.test"), new("http://turbopuffer.test")), http);

        await layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: Token);

        Assert.Equal(Clients.Attempts + 1, seen.Count);
        var direct = seen[^1].Headers;
        Assert.Equal(["Accept-Encoding", "Authorization", "User-Agent"], direct.Keys.Order(StringComparer.Ordinal));
        Assert.Equal($"Bearer {Clients.TurbopufferKey}", seen[^1].Authorization);
        Assert.StartsWith("hevlayer-dotnet/", direct["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposedClient_LeavesTheBorrowedOneAlone()
    {
        await using var gateway = new RawServer(RawReply.Json("{}"));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-tenant", "blue");
        await using (var turbopuffer = new RawServer(RawReply.Json("{}")))
        await using (var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address), http))
        {
            await layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: Token);
        }

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(gateway.Address, Token)).StatusCode);
    }
}
