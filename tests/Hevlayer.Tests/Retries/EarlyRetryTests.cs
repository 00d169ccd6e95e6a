using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>Putting chunks again re-queues a document that was indexed in the meantime, so a late repeat is not made.</summary>
public sealed class EarlyRetryTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task PutChunks_UnknownOutcomeWithinTheWindow_IsRepeated()
    {
        var stub = StubHandler.InTurn(_clock, () => Reply.Error(502, "upstream_error"), () => Reply.Json(Reply.Staged));
        using var client = TestClients.Over(stub, _clock);

        await _clock.RunAsync(client.StageAsync);

        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task PutChunks_TimeOutsUseTheWindowUp_IsNotRepeatedAfterIt()
    {
        // Attempts end after 30 and 60 seconds; the window is 45.
        var stub = new StubHandler((_, _, token) => Never.ComesAsync<HttpResponseMessage>(token), _clock);
        using var client = TestClients.Over(stub, _clock);

        var error = await _clock.FailAsync<HevlayerTimeoutException>(client.StageAsync, TimeSpan.FromMilliseconds(50));

        Assert.Equal((2, 2), (stub.Requests.Count, error.Attempts));
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task PutVectors_TimeOutsUseTheWindowUp_IsRepeatedAllTheSame()
    {
        var stub = new StubHandler(
            (_, number, token) => number < 3 ? Never.ComesAsync<HttpResponseMessage>(token) : Task.FromResult(Reply.Json(Reply.Ok)),
            _clock);
        using var client = TestClients.Over(stub, _clock);

        await _clock.RunAsync(() => client.PutVectorAsync("p", "d", new[] { 1f }), TimeSpan.FromMilliseconds(50));

        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public async Task PutChunks_RefusedAfterTheWindow_IsRepeatedBecauseNothingWasDone()
    {
        var stub = StubHandler.InTurn(
            _clock,
            () => Reply.Error(503, "service_unavailable", "50"),
            () => Reply.Error(503, "service_unavailable"),
            () => Reply.Json(Reply.Staged));
        using var client = TestClients.Over(stub, _clock);

        await _clock.RunAsync(client.StageAsync);

        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public async Task PutChunks_NoWindow_IsNotRepeatedWhenTheOutcomeIsUnknown()
    {
        var stub = StubHandler.InTurn(_clock, () => Reply.Error(504, "gateway_timeout"));
        using var client = TestClients.Over(stub, _clock, options => options.Retry.EarlyRetryWindow = TimeSpan.Zero);

        var error = await _clock.FailAsync<HevlayerException>(client.StageAsync);

        Assert.Single(stub.Requests);
        Assert.Equal(HttpStatusCode.GatewayTimeout, error.StatusCode);
    }
}
