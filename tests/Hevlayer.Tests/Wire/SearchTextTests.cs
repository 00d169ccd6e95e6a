using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Tests.Wire;

/// <summary>The text of a search in a language that needs more than ASCII.</summary>
public sealed class SearchTextTests
{
    private const string Text = "größe 文書 \U0001F600";

    private static readonly SearchContext Search = new() { QueryText = Text };

    [Fact]
    public async Task SearchText_OverOwnConnections_ArrivesAsUtf8()
    {
        await using var server = new RawServer(RawReply.Json("""{"rows":[]}"""));
        await using var client = TestClients.Connected(server.Address);

        await QueryAsync(client);

        Assert.Equal(Text, Assert.Single(server.Requests).Headers["x-hevlayer-search-query"]);
    }

    [Fact]
    public async Task SearchText_OverAHandlerThatWritesUtf8_Arrives()
    {
        await using var server = new RawServer(RawReply.Json("""{"rows":[]}"""));
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        using var http = new HttpClient(handler);
        await using var client = new HevlayerClient(new() { BaseAddress = server.Address }, http);

        await QueryAsync(client);

        Assert.Equal(Text, Assert.Single(server.Requests).Headers["x-hevlayer-search-query"]);
    }

    [Fact]
    public async Task SearchText_OverAPlainHttpClient_IsAnErrorThatSaysWhatToSet()
    {
        await using var server = new RawServer(RawReply.Json("""{"rows":[]}"""));
        using var http = new HttpClient();
        await using var client = new HevlayerClient(new() { BaseAddress = server.Address }, http);

        AssertTold(await Assert.ThrowsAsync<HevlayerException>(() => QueryAsync(client)), server);
    }

    [Fact]
    public async Task SearchText_OverAPlainHandler_IsAnErrorThatSaysWhatToSet()
    {
        await using var server = new RawServer(RawReply.Json("""{"rows":[]}"""));
        using var handler = new SocketsHttpHandler();
        await using var client = new HevlayerClient(new() { BaseAddress = server.Address }, handler);

        AssertTold(await Assert.ThrowsAsync<HevlayerException>(() => QueryAsync(client)), server);
    }

    [Fact]
    public async Task SearchText_RegisteredOverAHandlerOfTheAppsOwn_IsAnErrorThatSaysWhatToSet()
    {
        await using var server = new RawServer(RawReply.Json("""{"rows":[]}"""));
        var services = new ServiceCollection();
        services.AddHevlayer(options => options.BaseAddress = server.Address)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler());
        await using var provider = services.BuildServiceProvider();

        AssertTold(await Assert.ThrowsAsync<HevlayerException>(() => QueryAsync(provider.GetRequiredService<IHevlayerClient>())), server);
    }

    [Fact]
    public async Task SearchText_BrokenConnection_IsNotBlamedOnTheText()
    {
        using var client = TestClients.Over(
            new StubHandler((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
            configure: options => options.Retry.MaxAttempts = 1);

        await Assert.ThrowsAsync<HevlayerConnectionException>(() => QueryAsync(client));
    }

    private static Task<QueryResponse> QueryAsync(IHevlayerClient client) =>
        client.Namespace("n").QueryAsync(new() { NearestToId = ["a"] }, Search, TestContext.Current.CancellationToken);

    private static void AssertTold(HevlayerException error, RawServer server)
    {
        Assert.Contains("x-hevlayer-search-query has characters outside ASCII", error.Message, StringComparison.Ordinal);
        Assert.Contains("SocketsHttpHandler.RequestHeaderEncodingSelector", error.Message, StringComparison.Ordinal);
        Assert.Equal((false, 1, "/v2/namespaces/{namespace}/query"), (error.IsTransient, error.Attempts, error.Route));
        Assert.Empty(server.Requests);
    }
}
