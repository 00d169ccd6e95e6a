using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Hevlayer.Indexer.Tests;

/// <summary>What the app does not do, and how it says so.</summary>
[Collection(IndexerCollection.Name)]
public sealed class IndexRunRefusalTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/index-runs/none")]
    [InlineData("/index-runs/none/events")]
    public async Task Get_OfARunThatIsNotThere_Is404(string address)
    {
        using var reply = await _app.Http.GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("this is no JSON")]
    [InlineData("""[{"text":"A text without an id."}]""")]
    [InlineData("""[{"id":" ","text":"A text."}]""")]
    [InlineData("""[{"id":"kettle"}]""")]
    [InlineData("""[{"id":"kettle","text":null}]""")]
    [InlineData("""[{"id":"kettle","text":"A text."},{"id":7,"text":"Another."}]""")]
    public async Task Post_OfWhatAreNoDocuments_Is400AndStartsNothing(string body)
    {
        var runs = await _app.Http.GetStringAsync("/index-runs", Token);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var reply = await _app.Http.PostAsync("/index-runs", content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(runs, await _app.Http.GetStringAsync("/index-runs", Token));
    }

    [Fact]
    public async Task Post_OfADocumentThatTheQueueRefuses_Is502WithTheReason()
    {
        using var reply = await _app.PostAsync([KeyValuePair.Create("kettle", new string('x', 1_100_000))], preference: null, Token);

        var view = await reply.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((HttpStatusCode.BadGateway, "failed"), (reply.StatusCode, view.GetProperty("state").GetString()));
        Assert.Contains("1048576 bytes", view.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_OfARunThatIsOver_TellItsEnd()
    {
        using var post = await _app.PostAsync([KeyValuePair.Create("kettle", new string('x', 1_100_000))], preference: null, Token);
        var id = (await post.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString();

        await using var stream = await _app.Http.GetStreamAsync($"/index-runs/{id}/events", Token);
        var events = await SseParser.Create(stream).EnumerateAsync(Token).ToListAsync(Token);

        Assert.Contains("\"failed\"", Assert.Single(events).Data, StringComparison.Ordinal);
    }
}
