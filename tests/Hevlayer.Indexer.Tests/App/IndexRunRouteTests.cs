using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Hevlayer.Indexer.Tests;

/// <summary>The routes of the app, as their callers see them.</summary>
[Collection(IndexerCollection.Name)]
public sealed class IndexRunRouteTests(SqsServer sqs) : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private AppUnderTest _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await AppUnderTest.StartAsync(sqs, Token);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Post_AnswersWithTheSnapshotThatHoldsTheDocuments()
    {
        var documents = AppUnderTest.Documents([.. Enumerable.Range(0, 25).Select(static number => $"product-{number}")]);

        var post = _app.App.PostAsync(documents, preference: null, Token);
        await _app.IndexAsync(documents.Length, Token);
        using var reply = await post;

        var view = await reply.Content.ReadFromJsonAsync<JsonElement>(Token);
        var newest = Assert.Single(await _app.Gateway.Layer.Api.ListNamespaceHistoryAsync(RunningGateway.Namespace, limit: 1, cancellationToken: Token));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(("done", 25, newest.Sha), (view.GetProperty("state").GetString(), view.GetProperty("documents").GetInt32(), view.GetProperty("snapshot").GetString()));
        Assert.Equal(25, (await _app.Gateway.RowsAsync(Token)).Count);
    }

    [Theory]
    [InlineData("respond-async")]
    [InlineData("wait=10, Respond-Async")]
    public async Task Post_ThatPrefersNotToWait_AnswersAtOnceWithTheAddressOfTheRun(string preference)
    {
        using var reply = await _app.App.PostAsync(AppUnderTest.Documents("kettle"), preference, Token);

        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        var view = await _app.App.Http.GetFromJsonAsync<JsonElement>(reply.Headers.Location, Token);
        Assert.Equal($"/index-runs/{view.GetProperty("id").GetString()}", reply.Headers.Location?.OriginalString);
        Assert.Contains(view.GetProperty("state").GetString(), (string[])["queued", "staging"]);
        var all = await _app.App.Http.GetFromJsonAsync<JsonElement>("/index-runs", Token);
        Assert.Equal(view.GetProperty("id").GetString(), Assert.Single(all.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Events_TellTheRunFromItsQueueToItsSnapshot()
    {
        using var accepted = await _app.App.PostAsync(AppUnderTest.Documents("kettle", "teapot"), "respond-async", Token);
        await using var stream = await _app.App.Http.GetStreamAsync($"{accepted.Headers.Location}/events", Token);

        await Eventually.HoldsAsync(async () => (await _app.App.Http.GetStringAsync(accepted.Headers.Location, Token)).Contains("\"inQueue\":2", StringComparison.Ordinal), () => _app.App.Program.Output, Token);
        var index = _app.IndexAsync(2, Token);
        var events = await SseParser.Create(stream).EnumerateAsync(Token).ToListAsync(Token);
        await index;

        var views = events.ConvertAll(static one => JsonSerializer.Deserialize<JsonElement>(one.Data, Json));
        string[] order = ["queued", "staging", "embedding", "snapshot", "done"];
        var states = views.ConvertAll(view => Array.IndexOf(order, view.GetProperty("state").GetString()));
        Assert.All(events, static one => Assert.Equal("progress", one.EventType));
        Assert.Equal(states.Order(), states);
        Assert.Equal(4, states[^1]);
        Assert.Contains(views, static view => view.GetProperty("inQueue").GetInt64() == 2);
        Assert.True(views[^1].GetProperty("snapshot").GetString()?.Length > 0);
    }

    [Fact]
    public async Task Post_WithinATrace_SendsTheTraceAlong()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/index-runs")
        {
            Content = JsonContent.Create(Enumerable.Range(0, 12).Select(static number => new { id = $"product-{number}", text = "A text." })),
            Headers = { { "traceparent", $"00-{Trace}-b7ad6b7169203331-01" }, { "Prefer", "respond-async" } },
        };

        using var reply = await _app.App.Http.SendAsync(request, Token);
        var messages = new List<Amazon.SQS.Model.Message>();
        await Eventually.HoldsAsync(
            async () =>
            {
                messages.AddRange(await _app.Queue.TakeAllAsync(Token));
                return messages.Count == 12;
            },
            () => $"{messages.Count} messages came.",
            Token);

        Assert.All(messages, static message => Assert.StartsWith($"00-{Trace}-", message.MessageAttributes["traceparent"].StringValue, StringComparison.Ordinal));
    }
}
