using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>How long the client pauses between attempts, on a clock that only the test moves.</summary>
public sealed class PauseTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public async Task Pauses_GatewayKeepsFailing_GrowAsTheRandomizerSays() =>
        Assert.Equal([200, 400, 700, 1150], await PausesAsync(() => Reply.Error(503, "service_unavailable")));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(null)]
    public async Task Pauses_RandomizerFails_AreTheClientsOwnAndTheLogTellsOnce(double? answer)
    {
        var log = new CapturedLog();

        var pauses = await PausesAsync(() => Reply.Error(503, "service_unavailable"), options =>
        {
            options.LoggerFactory = log;
            options.Retry.Randomizer = () => answer ?? throw new InvalidOperationException("broken");
        });

        Assert.All(pauses, pause => Assert.InRange(pause, 200, 10_000));
        Assert.Equal(4, pauses.Count);
        Assert.Single(log.Lines, line => line.Contains("Randomizer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pauses_RandomizerAtItsLowest_StayShortest() =>
        Assert.Equal([200, 200, 200, 200], await PausesAsync(() => Reply.Error(503, "service_unavailable"), options => options.Retry.Randomizer = () => 0));

    [Fact]
    public async Task Pauses_LongestIsReached_StayThere() =>
        Assert.Equal([200, 400, 500, 500], await PausesAsync(
            () => Reply.Error(503, "service_unavailable"),
            options => options.Retry.MaxDelay = TimeSpan.FromMilliseconds(500)));

    [Fact]
    public async Task Pauses_SameSeed_AreTheSame()
    {
        var first = await PausesAsync(() => Reply.Error(503, "x"), options => options.Retry.Randomizer = new Random(7).NextDouble);
        var second = await PausesAsync(() => Reply.Error(503, "x"), options => options.Retry.Randomizer = new Random(7).NextDouble);
        var other = await PausesAsync(() => Reply.Error(503, "x"), options => options.Retry.Randomizer = new Random(8).NextDouble);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Pauses_DrainingGateway_FirstIsNoneAndTheNextIsNot() =>
        Assert.Equal([0, 200, 400, 700], await PausesAsync(() => Reply.Error(503, "gateway_draining")));

    [Theory]
    [InlineData("3", 3000)]
    [InlineData("0", 0)]
    [InlineData("1.2", 2000)]
    [InlineData("Fri, 02 Jan 2026 03:04:07 GMT", 2000)]
    [InlineData("Fri, 02 Jan 2026 03:04:00 GMT", 0)]
    public async Task Pause_RetryAfter_IsHonoured(string header, int milliseconds)
    {
        var stub = StubHandler.InTurn(_clock, () => Reply.Error(429, "upstream_error", header), () => Reply.Json("[]"));
        using var client = TestClients.Over(stub, _clock);

        await _clock.RunAsync(() => client.GetChunksAsync("p", "d"));

        Assert.Equal([milliseconds], stub.Pauses.Select(pause => pause.TotalMilliseconds));
    }

    [Fact]
    public async Task Pause_RetryAfterIsNonsense_IsTheUsualOne() =>
        Assert.Equal([200, 400, 700, 1150], await PausesAsync(() => Reply.Error(429, "upstream_error", "soon")));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-5")]
    [InlineData("")]
    [InlineData("9999999999999999999999999")]
    public async Task Pause_RetryAfterIsStrange_FailsLikeAnyOther(string header)
    {
        var stub = StubHandler.InTurn(_clock, () => Reply.Error(429, "upstream_error", header));
        using var client = TestClients.Over(stub, _clock);

        var error = await _clock.FailAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, error.StatusCode);
    }

    [Fact]
    public async Task Pause_AfterARetryAfter_StartsFromIt() =>
        Assert.Equal([1000, 1600, 2500, 3850], await PausesInTurnAsync(
            () => Reply.Error(429, "x", "1"),
            () => Reply.Error(503, "x")));

    private Task<List<double>> PausesAsync(Func<HttpResponseMessage> answer, Action<HevlayerClientOptions>? configure = null) =>
        PausesInTurnAsync(configure, answer);

    private Task<List<double>> PausesInTurnAsync(params Func<HttpResponseMessage>[] answers) => PausesInTurnAsync(null, answers);

    private async Task<List<double>> PausesInTurnAsync(Action<HevlayerClientOptions>? configure, params Func<HttpResponseMessage>[] answers)
    {
        var stub = StubHandler.InTurn(_clock, answers);
        using var client = TestClients.Over(stub, _clock, configure);
        await _clock.FailAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));
        return [.. stub.Pauses.Select(pause => pause.TotalMilliseconds)];
    }
}
