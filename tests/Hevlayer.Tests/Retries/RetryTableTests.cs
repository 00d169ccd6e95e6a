using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>Each row of the retry table, for an operation that may be repeated and for one that may not.</summary>
public sealed class RetryTableTests
{
    private const int MaxAttempts = 3;
    private readonly FakeTimeProvider _clock = new();

    public static TheoryData<string> Rows => [.. Situations.All.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task IdempotentCall_FailsForGood_TriesAsOftenAsTheTableSays(string row)
    {
        var situation = Situations.All[row];

        await CheckAsync(situation, client => client.GetChunksAsync("p", "d"), situation.RepeatsIdempotent ? MaxAttempts : 1);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Claim_FailsForGood_TriesAsOftenAsTheTableSays(string row)
    {
        var situation = Situations.All[row];

        await CheckAsync(situation, client => client.ClaimDocumentsAsync("p", new() { WorkerId = "w" }), situation.RepeatsClaim ? MaxAttempts : 1);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task IdempotentCall_FailsOnce_SucceedsWhereTheTableRepeats(string row)
    {
        var situation = Situations.All[row];
        var stub = new StubHandler((_, number, token) => number == 1 ? situation.Fail(token) : Task.FromResult(Reply.Json("[]")), _clock);
        using var client = TestClients.Over(stub, _clock);

        var call = () => _clock.RunAsync(() => client.GetChunksAsync("p", "d"), TimeSpan.FromMilliseconds(50));

        if (situation.RepeatsIdempotent)
        {
            Assert.Empty(await call());
            Assert.Equal(2, stub.Requests.Count);
        }
        else
        {
            await Assert.ThrowsAnyAsync<HevlayerException>(call);
            Assert.Single(stub.Requests);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Call_OneAttemptAllowed_IsNeverRepeated(string row)
    {
        var situation = Situations.All[row];
        var stub = new StubHandler((_, _, token) => situation.Fail(token), _clock);
        using var client = TestClients.Over(stub, _clock, options => options.Retry.MaxAttempts = 1);

        var error = await Assert.ThrowsAnyAsync<HevlayerException>(
            () => _clock.RunAsync(() => client.GetChunksAsync("p", "d"), TimeSpan.FromMilliseconds(50)));

        Assert.Single(stub.Requests);
        Assert.Equal(1, error.Attempts);
    }

    private async Task CheckAsync<T>(Situation situation, Func<HevlayerClient, Task<T>> call, int attempts)
    {
        var stub = new StubHandler((_, _, token) => situation.Fail(token), _clock);
        using var client = TestClients.Over(stub, _clock, options => options.Retry.MaxAttempts = MaxAttempts);

        var error = await Assert.ThrowsAnyAsync<HevlayerException>(() => _clock.RunAsync(() => call(client), TimeSpan.FromMilliseconds(50)));

        Assert.Equal(attempts, stub.Requests.Count);
        Assert.IsType(situation.Error, error);
        Assert.Equal((HttpStatusCode?)situation.Status, error.StatusCode);
        Assert.Equal((attempts, situation.IsTransient), (error.Attempts, error.IsTransient));
        Assert.NotNull(error.Method);
        Assert.StartsWith("/v2/pipelines/{pipeline_id}/", error.Route, StringComparison.Ordinal);
        Assert.Equal(attempts > 1, error.Message.Contains("3 attempts were made", StringComparison.Ordinal));
    }
}
