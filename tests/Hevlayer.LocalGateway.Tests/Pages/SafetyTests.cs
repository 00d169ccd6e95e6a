using System.Net;
using System.Net.Http.Headers;

namespace Hevlayer.Local.Tests;

public sealed class SafetyTests
{
    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("127.0.0.1.evil.example:8080", 421)]
    [InlineData("hevlayer", 421)]
    [InlineData("gateway", 200)]
    [InlineData("localhost:1", 200)]
    [InlineData("app.localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:80", 200)]
    public async Task Host_ThatIsNotOurs_IsRefusedOnEveryRoute(string host, int status)
    {
        await using var harness = await Harness.OverHttpAsync(options => options.AllowedHosts.Add("gateway"));

        foreach (var path in (string[])["/", "/_local/faults", "/v2/pipelines", "/health"])
        {
            Assert.Equal(status, (int)(await SendAsync(harness, "GET", path, ("Host", host))).StatusCode);
        }
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://127.0.0.1:1", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 303)]
    [InlineData("Sec-Fetch-Site", "none", 303)]
    [InlineData("Origin", "http://OWN", 303)]
    public async Task Action_FromAPageOfAnotherSite_IsRefused(string header, string value, int status)
    {
        await using var harness = await Harness.OverHttpAsync();

        var response = await SendAsync(harness, "POST", "/_local/faults", (header, value.Replace("OWN", harness.Gateway.BaseAddress.Authority, StringComparison.Ordinal)));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 303 ? 1 : 0, harness.Gateway.Faults.All.Count);
    }

    [Fact]
    public async Task Change_OfTheProductsRoutes_FromAPageOfAnotherSite_IsRefusedToo()
    {
        await using var harness = await Harness.OverHttpAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(harness, "POST", "/v2/udfs/f/pause", ("Origin", "http://evil.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(harness, "POST", "/v2/udfs/f/pause", ("X-None", "1"))).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/_local/faults")]
    [InlineData("/_local/clock")]
    [InlineData("/_local/nothing")]
    [InlineData("/_local/page.js")]
    [InlineData("/_local/page.css")]
    public async Task Page_LetsNothingInButOurOwnFiles(string path)
    {
        await using var harness = await Harness.OverHttpAsync();

        var response = await SendAsync(harness, "GET", path, ("Accept", "text/html"));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task Page_HasNoScriptOrStyleOfItsOwn()
    {
        await using var harness = await Harness.OverHttpAsync();

        var html = await (await SendAsync(harness, "GET", "/_local/faults", ("Accept", "text/html"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotMatch("<script(?! src=\"/_local/page.js\" defer></script>)", html);
        Assert.DoesNotMatch("""<style|\sstyle=|\son[a-z]+=|javascript:|https?://""", html);
    }

    [Fact]
    public async Task Keys_AreShownNowhere()
    {
        await using var harness = await Harness.OverHttpAsync(options =>
        {
            options.Keys.Add(new("sekrit"));
            options.RequestLogEntries = 10;
        });
        (await harness.GetAsync("/v2/pipelines", "sekrit")).Ok();
        var minted = (await harness.PostAsync("/v2/keys", """{"name":"k"}""", "sekrit")).Ok();
        var token = System.Text.RegularExpressions.Regex.Match(minted.Body, "hvl_[A-Za-z0-9_-]+").Value;
        await harness.PostAsync("/v2/keys/authenticate", $$"""{"token":"{{token}}"}""", "sekrit");
        await harness.GetAsync($"/v2/pipelines?api_key=sekrit&token={token}", "sekrit");
        await harness.PostAsync("/v2/keys2", $$"""{"token":"{{token}}","key":"sekrit"}""", "sekrit");
        await harness.PostAsync("/v2//keys", $$"""{"token":"{{token}}","key":"sekrit"}""", "sekrit");

        var page = await harness.GetAsync("/_local/requests");

        Assert.Equal(6, page.Ok().Json.GetProperty("requests").GetArrayLength());
        Assert.NotEmpty(token);
        Assert.DoesNotContain(token, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("sekrit", page.Body, StringComparison.Ordinal);
        Assert.Contains("$HEVLAYER_API_KEY", page.Json.GetProperty("requests")[0].GetProperty("curl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_ForOtherMachines_AreOffAndNoAddressButLoopbackIsListenedOn()
    {
        var options = new LocalGatewayOptions();

        Assert.False(options.RemotePages);
        Assert.True(IPAddress.IsLoopback(options.Address));
    }

    [Theory]
    [InlineData(false, 403)]
    [InlineData(true, 200)]
    public async Task Pages_AskedForByAnotherMachine_AreServedWhenThatIsSaid(bool remotePages, int status)
    {
        var own = System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .FirstOrDefault(address => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assert.SkipWhen(own is null, "This machine has no address but loopback.");
        await using var harness = await Harness.OverHttpAsync(options =>
        {
            options.Address = IPAddress.Any;
            options.RemotePages = remotePages;
        });
        using var http = new HttpClient { BaseAddress = new Uri($"http://{own}:{harness.Gateway.BaseAddress.Port}") };

        Assert.Equal(status, (int)(await http.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(status, (int)(await http.GetAsync("/_local/faults", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(200, (int)(await http.GetAsync("/v2/pipelines", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(Harness harness, string method, string path, (string Name, string Value) header)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = harness.Gateway.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        if (method == "POST")
        {
            request.Content = new StringContent("status=503", new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
            request.Headers.TryAddWithoutValidation("Accept", "text/html");
        }

        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await response.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return response;
    }
}
