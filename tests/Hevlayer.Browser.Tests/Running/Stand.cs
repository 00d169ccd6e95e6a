using System.Text;

namespace Hevlayer.Local.Browser.Tests;

/// <summary>A gateway over HTTP as the program makes it, on a clock that stands still, with a pipeline p into the namespace n.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Stand(LocalGateway gateway, LocalClock clock)
    {
        (Gateway, Clock) = (gateway, clock);
        Layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress, Retry = new() { MaxAttempts = 1 } });
        _http = new HttpClient { BaseAddress = gateway.BaseAddress };
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public LocalGateway Gateway { get; }

    public LocalClock Clock { get; }

    public HevlayerClient Layer { get; }

    public static async Task<Stand> StartAsync()
    {
        var clock = new LocalClock();
        clock.Freeze();
        var gateway = await LocalGateway.StartAsync(
            new() { TimeProvider = clock, RequestLogEntries = 100, TimelineEntries = 100, ChunkDeadLetterAttempts = 1, StatusCacheTime = TimeSpan.Zero },
            Token);
        var stand = new Stand(gateway, clock);
        await stand.Layer.EnsurePipelineAsync("p", targetNamespace: "n", cancellationToken: Token);
        return stand;
    }

    public Task StageAsync(string document, string text = "A red kettle.") =>
        Layer.PutChunksAsync("p", document, [new() { Id = "c", Text = text }], Token);

    public Task<ClaimDocumentsResponse> ClaimAsync(string worker, int limit = 1, int leaseSeconds = 60) =>
        Layer.ClaimDocumentsAsync("p", new() { WorkerId = worker, Limit = limit, LeaseSeconds = leaseSeconds }, Token);

    public Task IndexAsync(string document, string text = "A red kettle.") =>
        Layer.PutVectorsAsync("p", document, [new() { Id = document, Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = text } }], Token);

    /// <summary>Fails a document as a gateway does that has lost its chunks.</summary>
    public async Task FailAsync(string document)
    {
        Gateway.LoseChunks("p", document);
        await Assert.ThrowsAnyAsync<HevlayerException>(() => Layer.GetChunksAsync("p", document, Token));
    }

    public async Task SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var response = await _http.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Layer.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
