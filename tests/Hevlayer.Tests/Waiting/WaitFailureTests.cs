using System.Net;

namespace Hevlayer.Tests.Waiting;

/// <summary>A gateway that fails for a while does not end a wait; one that fails for good does.</summary>
public sealed class WaitFailureTests
{
    private readonly GatewayStub _gateway = new();

    [Fact]
    public async Task Wait_GatewayFailsInPassing_GoesOn()
    {
        _gateway.Status = seconds => seconds is > 0 and < 120 ? Reply.Error(502, "upstream_error") : GatewayStub.PipelineStatus(0, 0);

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p"));

        Assert.Equal(120, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Wait_FailuresOutlastTheTolerance_FailsWithTheLastOne()
    {
        _gateway.Status = _ => Reply.Error(502, "upstream_error");

        var error = await _gateway.FailAsync<HevlayerException>(client => client.WaitForDrainAsync("p", new() { FailureTolerance = TimeSpan.FromMinutes(1) }));

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
        Assert.Equal(60, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Wait_SuccessInBetween_StartsTheToleranceAnew()
    {
        _gateway.Status = seconds => seconds switch
        {
            50 => GatewayStub.PipelineStatus(1, 0),
            < 105 => Reply.Error(503, "service_unavailable"),
            _ => GatewayStub.PipelineStatus(0, 0),
        };

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", new() { FailureTolerance = TimeSpan.FromMinutes(1) }));

        Assert.Equal(105, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Wait_NoTolerance_FailsAtOnce()
    {
        _gateway.Status = _ => Reply.Error(500, "internal");

        await _gateway.FailAsync<HevlayerException>(client => client.WaitForDrainAsync("p", new() { FailureTolerance = TimeSpan.Zero }));

        Assert.Single(_gateway.Requests);
    }

    [Theory]
    [InlineData(404, "not_found")]
    [InlineData(403, "forbidden")]
    [InlineData(422, "validation_error")]
    public async Task Wait_FailureThatWaitingDoesNotMend_FailsAtOnce(int status, string code)
    {
        _gateway.Status = _ => Reply.Error(status, code);

        var error = await _gateway.FailAsync<HevlayerException>(client => client.WaitForDrainAsync("p"));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Single(_gateway.Requests);
    }

    [Fact]
    public async Task Wait_TimeIsOverWhileTheGatewayFails_SaysThatThereWasNoStatus()
    {
        _gateway.Status = _ => Reply.Error(503, "service_unavailable");

        var error = await _gateway.FailAsync<HevlayerTimeoutException>(client => client.WaitForDrainAsync("p", new() { Timeout = TimeSpan.FromSeconds(30) }));

        Assert.EndsWith("the gateway gave no status. The last poll failed: 503 service_unavailable.", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<HevlayerException>(error.InnerException).StatusCode);
    }

    [Fact]
    public async Task Wait_TimeIsOverWhileALookIsRepeated_SaysHowItFailed()
    {
        var stub = new StubHandler((_, _) => Reply.Error(503, "cache_cold", "20"));
        using var client = TestClients.Over(stub, _gateway.Clock);

        var error = await _gateway.Clock.FailAsync<HevlayerTimeoutException>(
            () => client.WaitForSnapshotAsync("n", GatewayStub.Start, new() { Timeout = TimeSpan.FromSeconds(15) }));

        Assert.EndsWith("The last poll failed: 503 cache_cold.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Told by the test", error.Message, StringComparison.Ordinal);
        Assert.Equal("cache_cold", Assert.IsType<HevlayerException>(error.InnerException).Code);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Wait_FailureWasRiddenOut_IsNotTheReasonOfTheTimeOut()
    {
        _gateway.Status = seconds => seconds < 10 ? Reply.Error(503, "service_unavailable") : GatewayStub.PipelineStatus(1, 0);

        var error = await _gateway.FailAsync<HevlayerTimeoutException>(client => client.WaitForDrainAsync("p", new() { Timeout = TimeSpan.FromSeconds(30) }));

        Assert.EndsWith("1 pending, 0 held by workers, 0 failed; by stage: embedding 0, failed 0, indexed 0, pending 1.", error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task Wait_ForTheSnapshotOfARun_SaysHowTheLastLookFailed()
    {
        _gateway.Metadata = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");

        var error = await _gateway.FailAsync<HevlayerTimeoutException>(
            client => client.WaitForRunAsync("p", GatewayStub.Start, new() { Snapshot = new() { Timeout = TimeSpan.FromMinutes(1) } }));

        Assert.EndsWith("the newest is none. The last poll failed: no connection.", error.Message, StringComparison.Ordinal);
        Assert.IsType<HevlayerConnectionException>(error.InnerException);
    }

    [Fact]
    public async Task Wait_LastPollHangsAfterAFailure_SaysHowTheOneBeforeFailed()
    {
        var looks = 0;
        var stub = new StubHandler((_, _, token) => ++looks == 1
            ? Task.FromResult(Reply.Error(503, "service_unavailable"))
            : Never.ComesAsync<HttpResponseMessage>(token));
        using var client = TestClients.Over(stub, _gateway.Clock, static options => options.Retry.MaxAttempts = 1);

        var error = await _gateway.Clock.FailAsync<HevlayerTimeoutException>(
            () => client.WaitForDrainAsync("p", new() { Timeout = TimeSpan.FromSeconds(12) }), TimeSpan.FromMilliseconds(500));

        Assert.EndsWith("The last poll failed: 503 service_unavailable.", error.Message, StringComparison.Ordinal);
    }
}
