using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

public sealed class DeadlineTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void CallOptions_WithoutTime_AreRefused()
    {
        var attempt = Assert.Throws<ArgumentOutOfRangeException>(() => new CallOptions { AttemptTimeout = TimeSpan.Zero });
        var total = Assert.Throws<ArgumentOutOfRangeException>(() => new CallOptions { TotalTimeout = TimeSpan.FromSeconds(-1) });

        Assert.Equal((nameof(CallOptions.AttemptTimeout), nameof(CallOptions.TotalTimeout)), (attempt.ParamName, total.ParamName));
    }

    [Fact]
    public async Task Attempt_NoAnswer_EndsAtItsOwnTimeOut()
    {
        var stub = Silent();
        using var client = TestClients.Over(stub, _clock, options => options.AttemptTimeout = TimeSpan.FromSeconds(5));

        var error = await FailAsync(client.ClaimAsync);

        Assert.Equal(5, Elapsed.TotalSeconds, 1);
        Assert.Contains("claimDocuments did not finish within 5 s", error.Message, StringComparison.Ordinal);
        Assert.Equal((true, "POST", "/v2/pipelines/{pipeline_id}/claim"), (error.IsTransient, error.Method, error.Route));
    }

    [Fact]
    public async Task Call_EveryAttemptHangs_EndsAtTheTotalTime()
    {
        var stub = Silent();
        using var client = TestClients.Over(stub, _clock, options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(4);
            options.TotalTimeout = TimeSpan.FromSeconds(10);
        });

        var error = await FailAsync(() => client.GetChunksAsync("p", "d"));

        Assert.Equal(10, Elapsed.TotalSeconds, 1);
        Assert.Equal((3, 3), (stub.Requests.Count, error.Attempts));
        Assert.Contains("within the total time of 10 s; the last failure was a time-out [", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<HevlayerTimeoutException>(error.InnerException).Attempts);
    }

    [Fact]
    public async Task Call_OnlyAttemptHangsToTheEnd_CarriesWhatEndedIt()
    {
        var stub = Silent();
        using var client = TestClients.Over(stub, _clock, static options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(3));

        var error = await FailAsync(() => client.GetChunksAsync("p", "d"));

        Assert.Single(stub.Requests);
        Assert.IsAssignableFrom<OperationCanceledException>(error.InnerException);
    }

    [Fact]
    public async Task Attempt_EndsBetweenTwoReadsOfAReply_BreaksItsConnectionOff()
    {
        var reads = 0;
        var brokenOff = new TaskCompletionSource();
        var stub = new StubHandler((_, _) => Reply.Stream(new ScriptedStream([], async (buffer, token) =>
        {
            if (++reads == 1)
            {
                // The time of the attempt is over when these bytes come.
                _clock.Advance(TimeSpan.FromSeconds(5));
                buffer.Span[0] = (byte)'{';
                return 1;
            }

            try
            {
                return await Never.ComesAsync<int>(token);
            }
            finally
            {
                brokenOff.TrySetResult();
            }
        })));
        using var client = TestClients.Over(stub, _clock, options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(5);
            options.Retry.MaxAttempts = 1;
        });

        await Assert.ThrowsAsync<HevlayerTimeoutException>(() => client.GetChunksAsync("p", "d"));

        // The call may end before the read is given up, in the very moment in which its time is over.
        await brokenOff.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Call_FailsAndThenHangs_SaysHowItFailed()
    {
        var stub = new StubHandler((_, number, token) =>
            number == 1 ? Task.FromResult(Reply.Error(503, "cache_cold")) : Never.ComesAsync<HttpResponseMessage>(token));
        using var client = TestClients.Over(stub, _clock, options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(10));

        var error = await FailAsync(() => client.GetChunksAsync("p", "d"));

        Assert.Contains("the last failure was 503 cache_cold [", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Told by the test", error.Message, StringComparison.Ordinal);
        var failure = Assert.IsType<HevlayerException>(error.InnerException);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 1, 1), (failure.StatusCode, failure.Attempts, failure.Metadata!.Attempts));
    }

    [Fact]
    public async Task Call_FirstAttemptHangs_HasNoFailureToTellOf()
    {
        using var client = TestClients.Over(Silent(), _clock, options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(10));

        var error = await FailAsync(() => client.GetChunksAsync("p", "d"));

        Assert.Contains("within the total time of 10 s [", error.Message, StringComparison.Ordinal);
        Assert.IsNotType<HevlayerException>(error.InnerException, exactMatch: false);
    }

    [Fact]
    public async Task Call_BodyDripsForEver_EndsAtTheAttemptsTimeOut()
    {
        var stub = new StubHandler((_, _) => Reply.Stream(new ScriptedStream([], async (buffer, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _clock, token);
            buffer.Span[0] = (byte)' ';
            return 1;
        })));
        using var client = TestClients.Over(stub, _clock);

        var error = await FailAsync(client.ClaimAsync);

        Assert.Equal(30, Elapsed.TotalSeconds, 1);
        Assert.Contains("within 30 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_BodyStandsStill_EndsAtTheStallLimit()
    {
        var stub = new StubHandler((_, _) => Reply.Stream(ScriptedStream.Stalling("{")));
        using var client = TestClients.Over(stub, _clock);

        var error = await FailAsync(client.ClaimAsync);

        Assert.Equal(15, Elapsed.TotalSeconds, 1);
        Assert.Contains("stalled for 15 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RetryAfter_BeyondTheDeadline_FailsAtOnceWithTheRefusal()
    {
        var stub = StubHandler.InTurn(_clock, () => Reply.Error(429, "upstream_error", "120"));
        using var client = TestClients.Over(stub, _clock);

        var error = await _clock.FailAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.Equal(TimeSpan.Zero, Elapsed);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(2), 1), (error.StatusCode, error.RetryAfter, error.Attempts));
    }

    [Fact]
    public async Task RetryAfter_JustBeforeTheDeadline_IsWaitedFor()
    {
        var stub = StubHandler.InTurn(_clock, () => Reply.Error(429, "upstream_error", "119"), () => Reply.Json("[]"));
        using var client = TestClients.Over(stub, _clock);

        Assert.Empty(await _clock.RunAsync(() => client.GetChunksAsync("p", "d")));
        Assert.Equal(119, Elapsed.TotalSeconds, 1);
    }

    [Fact]
    public async Task CallOptions_OwnLimits_WinOverTheClients()
    {
        var stub = Silent();
        using var client = TestClients.Over(stub, _clock);

        await FailAsync(() => client.Api.ListPipelinesAsync(new() { AttemptTimeout = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(3) }));

        Assert.Equal(3, Elapsed.TotalSeconds, 1);
        Assert.Equal(3, stub.Requests.Count);
    }

    private TimeSpan Elapsed => _clock.GetUtcNow() - new FakeTimeProvider().GetUtcNow();

    private Task<HevlayerTimeoutException> FailAsync(Func<Task> call) =>
        _clock.FailAsync<HevlayerTimeoutException>(call, TimeSpan.FromMilliseconds(20));

    private static StubHandler Silent() => new((_, _, token) => Never.ComesAsync<HttpResponseMessage>(token));
}
