using System.Net;
using System.Text.RegularExpressions;

namespace Hevlayer.Local.Tests;

public sealed partial class PageTests
{
    private const string Hostile = """<script>alert(1)</script>"'&<img src=x onerror=alert(1)>""" + "\u202Egnirts";

    private static readonly string[] Pages =
    [
        "/", "/_local/pipelines", "/_local/pipelines/p", "/_local/pipelines/p?stage=failed", "/_local/failed", "/_local/workers", "/_local/namespaces", "/_local/namespaces/n",
        "/_local/namespaces/n?text=red&field=title", "/_local/functions", "/_local/functions/f", "/_local/requests", "/_local/faults", "/_local/clock", "/_local/state",
    ];

    public static TheoryData<string> Addresses => [.. Pages];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_IsHtmlForBrowsersAndJsonForPrograms(string address)
    {
        await using var harness = await FilledAsync("doc");

        var html = await HtmlAsync(harness, address);
        var json = await harness.GetAsync(address);

        Assert.Equal("text/html; charset=utf-8", html.ContentType);
        Assert.Contains("<main>", html.Ok().Body, StringComparison.Ordinal);
        Assert.Equal("application/json", json.ContentType);
        Assert.Equal(System.Text.Json.JsonValueKind.Object, json.Ok().Json.ValueKind);
    }

    [Fact]
    public async Task HostileTexts_ShowAsText()
    {
        await using var harness = await FilledAsync(Hostile);
        harness.Gateway.Faults.Add(new() { Document = Hostile, Count = 1 });
        var document = "/_local/pipelines/p/documents/" + Uri.EscapeDataString(Hostile);

        foreach (var address in Pages.Append(document).Append("/_local/" + Uri.EscapeDataString(Hostile)).Append("/_local/namespaces/n?text=" + Uri.EscapeDataString(Hostile)))
        {
            var html = (await HtmlAsync(harness, address)).Body;

            Assert.All(Tags().Matches(html), static tag => Assert.Contains(tag.Groups[1].Value, Allowed));
            Assert.DoesNotContain("onerror=alert(1)>", html, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', html);
        }

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", (await HtmlAsync(harness, document)).Ok().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongText_IsCut()
    {
        await using var harness = await FilledAsync(new string('x', 10_000));

        Assert.InRange((await HtmlAsync(harness, "/_local/pipelines/p?stage=failed")).Ok().Body.Length, 10_000, 30_000);
    }

    [Fact]
    public async Task Document_WithAnIdOf10000Characters_HasItsPage()
    {
        await using var harness = await Harness.OverHttpAsync();
        await harness.CreatePipelineAsync();
        var id = string.Concat(Enumerable.Repeat("é<", 5_000));
        (await harness.PostAsync("/v2/pipelines/p/documents/stage", $$"""{"document_ids":["{{id}}"],"stage":"pending","create_missing":true}""")).Ok();

        var list = (await HtmlAsync(harness, "/_local/pipelines/p")).Ok().Body;
        var link = WebUtility.HtmlDecode(Regex.Match(list, "href=\"(/_local/pipelines/p/documents/[^\"]+)\"").Groups[1].Value);

        Assert.Equal(id, (await harness.GetAsync(link)).Ok().Json.GetProperty("document").GetString());
    }

    [Fact]
    public async Task Failed_OneAGroupOrAll_AreRetried()
    {
        await using var harness = Harness.InProcess(options => options.ChunkDeadLetterAttempts = 1);
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a", "b", "c", "lost");
        await harness.SetStageAsync("failed", string.Empty, "a", "b", "c");
        harness.Gateway.LoseChunks("p", "lost");
        await harness.ChunksAsync("lost");
        var groups = (await harness.GetAsync("/_local/failed")).Ok().Json.GetProperty("groups");
        Assert.Equal([("", 3), ("chunk bodies are missing", 1)], groups.EnumerateArray().Select(group => (group.GetProperty("reason").GetString(), group.GetProperty("count").GetInt32())));

        (await harness.PostAsync("/_local/pipelines/p/documents/a/retry", "{}")).Ok();
        Assert.Equal((1, 3), (await harness.CountAsync("pending"), await harness.CountAsync("failed")));
        (await harness.PostAsync("/_local/failed/p/retry", """{"reason":""}""")).Ok();
        Assert.Equal((3, 1), (await harness.CountAsync("pending"), await harness.CountAsync("failed")));
        (await harness.PostAsync("/_local/failed/retry", "{}")).Ok();
        Assert.Equal((4, 0), (await harness.CountAsync("pending"), await harness.CountAsync("failed")));
    }

    [Fact]
    public async Task Action_OfAForm_LeadsBackToThePage()
    {
        await using var harness = await Harness.OverHttpAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = harness.Gateway.BaseAddress };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        using var form = new FormUrlEncodedContent([new("effect", "status"), new("status", "500"), new("operation", ""), new("body", "a&b=c +ü")]);

        var response = await http.PostAsync("/_local/faults", form, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.SeeOther, "/_local/faults"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal("a&b=c +ü", Assert.Single(harness.Gateway.Faults.All).Fault.Body);
    }

    [Fact]
    public async Task Namespace_QueryBox_FindsByTextFilterAndNeighbour()
    {
        await using var harness = await FilledAsync("doc");

        Assert.Equal(["r1"], await RowsAsync("text=red&field=title"));
        Assert.Equal(["r2"], await RowsAsync("filters=" + Uri.EscapeDataString("""["title","Eq","blue pot"]""")));
        Assert.Equal(["r2", "r1"], await RowsAsync("near=r2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await harness.GetAsync("/_local/namespaces/n?filters=%7B")).Status);

        async Task<IEnumerable<string?>> RowsAsync(string query) =>
            (await harness.GetAsync($"/_local/namespaces/n?{query}")).Ok().Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()).Where(id => id is "r1" or "r2").ToList();
    }

    private static readonly HashSet<string> Allowed =
    [
        "!DOCTYPE", "html", "head", "meta", "title", "link", "script", "body", "header", "strong", "nav", "a", "main", "img", "ol", "progress", "h1", "h2", "p", "bdi", "ul", "li", "b", "section", "div", "table", "caption", "thead", "tbody",
        "tr", "th", "td", "form", "label", "input", "button", "select", "option", "datalist", "time", "details", "summary", "pre", "span", "code",
    ];

    [GeneratedRegex("</?([!A-Za-z0-9]*)")]
    private static partial Regex Tags();

    private static async Task<Harness> FilledAsync(string id)
    {
        var harness = Harness.InProcess(options =>
        {
            options.RequestLogEntries = 100;
            options.TimelineEntries = 100;
        });
        await harness.CreatePipelineAsync();
        var client = harness.Client();
        await client.PutChunksAsync("p", id, [new() { Id = "c", Text = id }], TestContext.Current.CancellationToken);
        await client.ClaimDocumentsAsync("p", new() { WorkerId = id }, TestContext.Current.CancellationToken);
        (await harness.PostAsync("/v2/pipelines/p/documents/stage", $$"""{"document_ids":[{{System.Text.Json.JsonSerializer.Serialize(id)}}],"stage":"failed"}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"r1","vector":[1,0],"title":"red pot"},{"id":"r2","vector":[0,1],"title":"blue pot"}],"distance_metric":"cosine_distance"}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n", $$"""{"upsert_rows":[{"id":"r3","title":{{System.Text.Json.JsonSerializer.Serialize(id)}}}]}""")).Ok();
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        (await harness.PutAsync("/v2/udfs/f", """{"spec":{"target_namespaces":["n"],"inputs":["title"],"worker":{"image":"i"}}}""")).Ok();
        (await harness.PostAsync("/v2/udfs/f/discover", "{}")).Ok();
        return harness;
    }

    private static async Task<Reply> HtmlAsync(Harness harness, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml;q=0.9");
        using var response = await harness.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }
}
