using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Hevlayer.Indexer.Tests;

/// <summary>How the app starts, ends, and bears queues that are not there.</summary>
[Collection(IndexerCollection.Name)]
public sealed class AppLifeTests(SqsServer sqs)
{
    // The host waits 30 seconds for those who do not end; a caller who waits must not hold it up.
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sigterm_WithRunsUnderWay_TellsTheirCallersAndExitsWell()
    {
        await using var app = await AppUnderTest.StartAsync(sqs, Token);
        var waiting = app.App.PostAsync(AppUnderTest.Documents("kettle"), preference: null, Token);
        using var accepted = await app.App.PostAsync(AppUnderTest.Documents("teapot"), "respond-async", Token);
        await using var stream = await app.App.Http.GetStreamAsync($"{accepted.Headers.Location}/events", Token);
        var events = SseParser.Create(stream).EnumerateAsync(Token).ToListAsync(Token);
        await Eventually.HoldsAsync(async () => (await app.Queue.CountAsync(Token)).Visible == 2, () => app.App.Program.Output, Token);

        Assert.Equal(0, await app.App.Program.TerminateAsync(Prompt, Token));

        using var reply = await waiting;
        var view = await reply.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(
            (HttpStatusCode.BadGateway, "failed", "The application is shutting down."),
            (reply.StatusCode, view.GetProperty("state").GetString(), view.GetProperty("error").GetString()));
        Assert.Contains("\"failed\"", (await events)[^1].Data, StringComparison.Ordinal);
        Assert.Equal((2, 0), await app.Queue.CountAsync(Token));
    }

    [Fact]
    public async Task Post_WhenTheQueueIsGone_Is502WithTheReason()
    {
        var queue = await sqs.CreateQueueAsync(Token);
        await using var app = await AppUnderTest.StartAsync(sqs, Token, KeyValuePair.Create("QUEUE_URL", queue.Url + "-gone"));

        using var reply = await app.App.PostAsync(AppUnderTest.Documents("kettle"), preference: null, Token);

        var view = await reply.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((HttpStatusCode.BadGateway, "failed"), (reply.StatusCode, view.GetProperty("state").GetString()));
        Assert.Contains("queue does not exist", view.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhenNobodyAnswersForTheQueue_Is502WithTheReason()
    {
        await using var app = await AppUnderTest.StartAsync(sqs, Token, KeyValuePair.Create("AWS_ENDPOINT_URL_SQS", $"http://127.0.0.1:{SqsServer.FreePort()}"));

        using var reply = await app.App.PostAsync(AppUnderTest.Documents("kettle"), preference: null, Token);

        var view = await reply.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((HttpStatusCode.BadGateway, "failed"), (reply.StatusCode, view.GetProperty("state").GetString()));
        Assert.Contains("refused", view.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhileTheQueueMayNotCountRight_IsNotDoneBefore()
    {
        var settleTime = TimeSpan.FromSeconds(3);
        await using var app = await AppUnderTest.StartAsync(sqs, Token, KeyValuePair.Create("IndexRuns__QueueSettleTime", $"{settleTime}"));
        var started = TimeProvider.System.GetTimestamp();

        var run = app.App.RunAsync(AppUnderTest.Documents("kettle"), Token);
        await app.IndexAsync(1, Token);

        Assert.Equal("done", (await run).GetProperty("state").GetString());
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= settleTime);
    }

    [Fact]
    public async Task Start_WithoutAQueue_EndsWithTheNameOfTheVariable()
    {
        await using var app = RunningApp.Start([.. sqs.Variables, new("HEVLAYER_BASE_URL", "http://localhost:1")]);

        Assert.NotEqual(0, await app.EndAsync(Prompt, Token));
        Assert.Contains("QUEUE_URL", app.Output, StringComparison.Ordinal);
    }
}
