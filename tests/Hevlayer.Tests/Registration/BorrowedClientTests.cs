using System.Net;

namespace Hevlayer.Tests.Registration;

public sealed class BorrowedClientTests
{
    private static readonly HevlayerRetryOptions NoPauses = new() { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };

    [Fact]
    public async Task HttpClient_IsUsedAndNeverDisposed()
    {
        using var gateway = new FarEnd();
        using var http = new HttpClient(gateway);
        await using (var layer = new HevlayerClient(new() { BaseAddress = new("http://options.test") }, http))
        {
            await layer.Api.ListPipelinesAsync();
        }

        Assert.False(gateway.IsDisposed);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("http://still.test"))).StatusCode);
        Assert.Equal(["http://options.test/v2/pipelines", "http://still.test/"], gateway.Addresses);
    }

    [Fact]
    public async Task Address_NotSet_IsThatOfTheHttpClient()
    {
        using var gateway = new FarEnd();
        using var http = new HttpClient(gateway) { BaseAddress = new("http://borrowed.test/prefix/") };
        var options = new HevlayerClientOptions();
        await using var layer = new HevlayerClient(options, http);

        await layer.Api.ListPipelinesAsync();

        Assert.Equal(["http://borrowed.test/prefix/v2/pipelines"], gateway.Addresses);
        Assert.Null(options.BaseAddress);
    }

    [Fact]
    public void Addresses_ThatDisagree_AreBothNamed()
    {
        using var http = new HttpClient { BaseAddress = new("http://borrowed.test") };

        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(new() { BaseAddress = new("http://options.test") }, http));

        Assert.Contains("'http://options.test/'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'http://borrowed.test/'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_AreMessagesOfTheirOwnWithOneBody()
    {
        using var gateway = new FarEnd(HttpStatusCode.ServiceUnavailable, "{}");
        using var http = new HttpClient(gateway);
        await using var layer = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, Retry = NoPauses }, http);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.ClaimDocumentsAsync("products", new() { WorkerId = "w" }));

        Assert.Equal(5, error.Attempts);
        Assert.Equal(5, gateway.Requests.Distinct().Count());
        Assert.Equal("""{"worker_id":"w"}""", Assert.Single(gateway.Bodies.Distinct()));
    }

    [Fact]
    public async Task DefaultHeaders_AreSentAndTheKeyOfTheOptionsGoesFirst()
    {
        using var gateway = new FarEnd();
        using var http = new HttpClient(gateway) { DefaultRequestVersion = HttpVersion.Version20 };
        http.DefaultRequestHeaders.Add("x-tenant", "blue");
        http.DefaultRequestHeaders.Authorization = new("Bearer", "borrowed-key");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("app/2.0");
        await using var keyed = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, ApiKey = "own-key" }, http);
        await using var open = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress }, http);

        await keyed.Api.ListPipelinesAsync();
        await open.Api.ListPipelinesAsync();

        Assert.Equal(["Bearer own-key", "Bearer borrowed-key"], gateway.Keys);
        Assert.All(gateway.Requests, static request =>
        {
            Assert.Equal(["blue"], request.Headers.GetValues("x-tenant"));
            Assert.Equal("app/2.0", request.Headers.UserAgent.ToString());
            Assert.Equal(HttpVersion.Version20, request.Version);
        });
    }

    [Fact]
    public async Task Reply_ThatIsNotJson_KeepsItsAttemptsAndOperation()
    {
        using var gateway = new FarEnd(body: "<html>");
        using var http = new HttpClient(gateway);
        await using var layer = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, Retry = NoPauses }, http);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.Api.ListPipelinesAsync());

        Assert.Equal("/v2/pipelines", error.Route);
        Assert.StartsWith("listPipelines", error.Message, StringComparison.Ordinal);
    }
}
