using System.Text;

namespace Hevlayer.Local.Tests;

public sealed class ServingTests
{
    private static readonly (string Method, string Path, string? Body)[] Calls =
    [
        ("POST", "/v2/pipelines", """{"id":"p","target_namespace":"n"}"""),
        ("POST", "/v2/pipelines", """{"id":"p","target_namespace":"n"}"""),
        ("PUT", "/v2/pipelines/p/documents/dir%2Fa%23%20%C3%A9", """{"chunks":[{"id":"c","text":"té"}]}"""),
        ("POST", "/v2/pipelines/p/claim", """{"worker_id":"w"}"""),
        ("GET", "/v2/pipelines/p/documents/dir%2Fa%23%20%C3%A9/chunks", null),
        ("PUT", "/v2/pipelines/p/documents/dir%2Fa%23%20%C3%A9/vectors", """{"vectors":[{"id":"c","vector":[1,0],"attributes":{"t":"x"}}]}"""),
        ("GET", "/v2/pipelines/p/status", null),
        ("POST", "/v2/namespaces/n/query", """{"vector":[1,0],"include_attributes":["t","vector"]}"""),
        ("POST", "/v2/namespaces/n/documents", """{"ids":["c","d"]}"""),
        ("GET", "/v2/namespaces?prefix=n&page_size=1", null),
        ("GET", "/v2/namespaces/n/metadata", null),
        ("GET", "/v2/namespaces/n/history", null),
        ("GET", "/v2/udfs", null),
        ("GET", "/v9", null),
        ("PATCH", "/v2/pipelines", "{}"),
        ("POST", "/v2/pipelines", "{"),
        ("POST", "/v2/pipelines", """{"id":"this body is longer than the limit of these gateways","target_namespace":"a long name, too, so that it is"}"""),
        ("DELETE", "/v2/pipelines/p", null),
        ("GET", "/health", null),
    ];

    [Fact]
    public async Task SameCalls_InProcessAndOverHttp_HaveTheSameAnswers()
    {
        await using var inProcess = Harness.InProcess(options => options.MaxBodyBytes = 100);
        await using var overHttp = await Harness.OverHttpAsync(options => options.MaxBodyBytes = 100);
        foreach (var (method, path, body) in Calls)
        {
            var one = await inProcess.SendAsync(method, path, body);
            var other = await overHttp.SendAsync(method, path, body);

            Assert.Equal(Show(one), Show(other));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_Compressed_IsRead(bool overHttp)
    {
        await using var harness = overHttp ? await Harness.OverHttpAsync() : Harness.InProcess();
        var options = new HevlayerClientOptions { BaseAddress = harness.Gateway.BaseAddress, CompressRequestsFromBytes = 100 };
        using var client = overHttp ? new HevlayerClient(options) : new HevlayerClient(options, harness.Gateway.CreateHandler());
        var text = string.Concat(Enumerable.Repeat("words ", 1000));
        await client.EnsurePipelineAsync("p", "n", cancellationToken: TestContext.Current.CancellationToken);

        await client.PutChunksAsync("p", "d", [new() { Id = "c", Text = text }], TestContext.Current.CancellationToken);

        Assert.Equal(text, Assert.Single(await client.GetChunksAsync("p", "d", TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public async Task Body_NotCompressedAsItSays_IsRefused()
    {
        await using var overHttp = await Harness.OverHttpAsync();
        using var http = new HttpClient { BaseAddress = overHttp.Gateway.BaseAddress };
        using var body = new ByteArrayContent("""{"id":"p","target_namespace":"n"}"""u8.ToArray()) { Headers = { ContentEncoding = { "gzip" } } };

        var response = await http.PostAsync("/v2/pipelines", body, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task OneGateway_BothFaces_ShareTheState()
    {
        await using var overHttp = await Harness.OverHttpAsync();
        await overHttp.CreatePipelineAsync();
        using var http = new HttpClient(overHttp.Gateway.CreateHandler()) { BaseAddress = overHttp.Gateway.BaseAddress };

        var list = await http.GetStringAsync("/v2/pipelines", TestContext.Current.CancellationToken);

        Assert.Contains("\"p\"", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_Disposed_StopsListening()
    {
        var overHttp = await Harness.OverHttpAsync();
        var address = overHttp.Gateway.BaseAddress;
        await overHttp.DisposeAsync();
        using var http = new HttpClient { BaseAddress = address };

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/health", TestContext.Current.CancellationToken));
        Assert.True(address.IsLoopback);
    }

    [Fact]
    public async Task InProcess_CanceledCall_DoesNothing()
    {
        await using var gateway = Harness.InProcess();
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        using var content = new StringContent("""{"id":"p","target_namespace":"n"}""", Encoding.UTF8, "application/json");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.Http.PostAsync("/v2/pipelines", content, canceled.Token));

        Assert.Equal("""{"pipelines":[]}""", (await gateway.GetAsync("/v2/pipelines")).Ok().Body);
    }

    private static string Show(Reply reply) =>
        $"{(int)reply.Status} {reply.ContentType} {reply.Body} " + string.Join(
            "; ",
            reply.Headers.Where(header => header.Key is not ("Date" or "Connection")).OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}={header.Value}"));
}
