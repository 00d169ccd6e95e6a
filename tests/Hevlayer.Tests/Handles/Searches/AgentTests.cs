using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Handles;

public sealed class AgentTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Agent_ReplyAfterItsDefaultBudget_StillArrives()
    {
        var (client, handler) = After(TimeSpan.FromSeconds(65));

        var reply = await _clock.RunAsync(() => client.QueryAgentAsync("guide", new() { Query = "q" }), Step);

        Assert.NotNull(reply.Merge);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Agent_NoReplyWithinTheBudgetAndItsMargin_TimesOutOnce()
    {
        var (client, handler) = After(null);
        var started = _clock.GetUtcNow();

        await _clock.FailAsync<HevlayerTimeoutException>(() => client.QueryAgentAsync("guide", new() { Query = "q" }), Step);

        Assert.InRange((_clock.GetUtcNow() - started).TotalSeconds, 60, 125);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Agent_LongBudget_ReachesBeyondTheTotalTimeOutOfTheClient()
    {
        var (client, _) = After(TimeSpan.FromMinutes(5));

        var reply = await _clock.RunAsync(() => client.QueryAgentAsync("guide", new() { Query = "q" }, TimeSpan.FromMinutes(5)), Step);

        Assert.NotNull(reply.Merge);
    }

    [Fact]
    public async Task Agent_LongestBudget_IsAllowed()
    {
        var (client, handler) = After(Step);

        await _clock.RunAsync(() => client.QueryAgentAsync("guide", new() { Query = "q" }, TimeSpan.FromDays(1)), Step);

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Agent_ShortBudget_EndsSoonAfterIt()
    {
        var (client, _) = After(null);
        var started = _clock.GetUtcNow();

        await _clock.FailAsync<HevlayerTimeoutException>(() => client.QueryAgentAsync("guide", new() { Query = "q" }, TimeSpan.FromSeconds(5)), Step);

        Assert.InRange((_clock.GetUtcNow() - started).TotalSeconds, 5, 25);
    }

    private (HevlayerClient Client, StubHandler Handler) After(TimeSpan? pause)
    {
        var handler = new StubHandler(
            async (_, _, token) =>
            {
                await (pause is { } time ? Task.Delay(time, _clock, token) : Never.ComesAsync<bool>(token));
                return Reply.Json(MinimalReplies.Of("queryAgent"));
            },
            _clock);
        return (TestClients.Over(handler, _clock), handler);
    }
}
