using System.Globalization;
using System.Net;

namespace Hevlayer.Tests.Handles;

public sealed class CursorListTests
{
    private const string Namespaces = "GET /v2/namespaces";

    [Fact]
    public async Task List_SeveralPages_AreReadToTheEnd()
    {
        var far = new FarEnd().On(Namespaces, Page("c+1", "a", "b"), Page("c/2"), Page(null, "c"));

        var names = await far.Client.ListNamespaces("x", 2).AllAsync();

        Assert.Equal(["a", "b", "c"], names.Select(entry => entry.Name));
        Assert.Equal(
            [$"{Namespaces}?prefix=x&page_size=2", $"{Namespaces}?prefix=x&cursor=c%2B1&page_size=2", $"{Namespaces}?prefix=x&cursor=c%2F2&page_size=2"],
            far.Calls);
    }

    [Fact]
    public async Task List_BeforeAndAfterAnEnumeration_AsksForNothingAndBeginsAnew()
    {
        var far = new FarEnd().On(Namespaces, Page(null, "a"));
        var list = far.Client.ListNamespaces();
        Assert.Empty(far.Requests);

        await list.AllAsync();
        await list.AllAsync();

        Assert.Equal([Namespaces, Namespaces], far.Calls);
    }

    [Fact]
    public async Task Pages_FromACursor_GoOnFromThere()
    {
        var far = new FarEnd().On("GET /v2/namespaces/a%2Fb/checkpoints", Checkpoints("9"), Checkpoints(null));

        var pages = await far.Space.ListCheckpoints(1).Pages("5").AllAsync();

        Assert.Equal(["9", null], pages.Select(page => page.NextCursor));
        Assert.Equal(
            ["GET /v2/namespaces/a%2Fb/checkpoints?limit=1&before=5", "GET /v2/namespaces/a%2Fb/checkpoints?limit=1&before=9"],
            far.Calls);
    }

    [Theory]
    [InlineData("search-history", "entries")]
    [InlineData("clickstream", "events")]
    public async Task History_SecondPage_AsksForEntriesBeforeTheCursor(string route, string member)
    {
        var path = $"GET /v2/namespaces/a%2Fb/{route}";
        var far = new FarEnd().On(path, $$"""{"{{member}}":[],"next_cursor":"17"}""", $$"""{"{{member}}":[]}""");

        await (route == "clickstream" ? Drain(far.Space.ListClickstream()) : Drain(far.Space.ListSearchHistory()));

        Assert.Equal([path, $"{path}?before=17"], far.Calls);
    }

    [Fact]
    public async Task Activity_SecondPage_AsksForTheCursor()
    {
        var far = new FarEnd().On("GET /v2/activity/snapshots", """{"events":[],"next_cursor":"x"}""", """{"events":[],"next_cursor":""}""");

        Assert.Empty(await far.Client.ListSnapshotActivity().AllAsync());

        Assert.Equal(["GET /v2/activity/snapshots", "GET /v2/activity/snapshots?cursor=x"], far.Calls);
    }

    [Fact]
    public async Task List_CursorThatDoesNotMove_IsAnErrorAfterItsPage()
    {
        var far = new FarEnd().On(Namespaces, Page("same", "a"), Page("same", "b"));
        var seen = new List<string>();

        var error = await Assert.ThrowsAsync<HevlayerException>(async () =>
        {
            await foreach (var entry in far.Client.ListNamespaces())
            {
                seen.Add(entry.Name);
            }
        });

        Assert.Contains("same", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], seen);
        Assert.Equal(2, far.Requests.Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    public async Task List_CursorThatStays_IsAnError(int before, int round)
    {
        var reads = 0;
        var list = new CursorList<int>((cursor, _) =>
        {
            Assert.True(++reads <= 4 * (before + round), "The list is read for ever.");
            var at = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            return Task.FromResult(new CursorPage<int>([at], $"{(at < before + round ? at + 1 : before + 1)}"));
        });

        var error = await Assert.ThrowsAsync<HevlayerException>(() => list.AllAsync());

        Assert.Contains("again", error.Message, StringComparison.Ordinal);
        Assert.True(reads > before + round, "Something was taken for a circle that is none.");
    }

    [Fact]
    public async Task List_ManyPages_AreNoCircle()
    {
        var list = new CursorList<int>((cursor, _) =>
        {
            var at = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            return Task.FromResult(new CursorPage<int>([at], at < 5000 ? $"{at + 1}" : null));
        });

        Assert.Equal(Enumerable.Range(0, 5001), await list.AllAsync());
    }

    [Fact]
    public async Task List_PageThatFails_EndsWithItsErrorAfterTheItemsBefore()
    {
        var far = new FarEnd().On(Namespaces, () => Reply.Json(Page("c", "a")), () => Reply.Error(403, "forbidden"));
        var pages = new List<CursorPage<NamespaceListEntry>>();

        var error = await Assert.ThrowsAsync<HevlayerException>(async () =>
        {
            await foreach (var page in far.Client.ListNamespaces().Pages())
            {
                pages.Add(page);
            }
        });

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Equal("c", Assert.Single(pages).NextCursor);
    }

    [Fact]
    public async Task List_Cancelled_StopsBeforeTheNextPage()
    {
        var far = new FarEnd().On(Namespaces, Page("c", "a"), Page(null, "b"));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in far.Client.ListNamespaces().WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        Assert.Single(far.Requests);
    }

    private static async Task Drain<T>(CursorList<T> list) => Assert.Empty(await list.AllAsync());

    private static string Page(string? cursor, params string[] names) =>
        $$"""{"namespaces":[{{string.Join(',', names.Select(name => $$"""{"name":"{{name}}"}"""))}}],"next_cursor":{{(cursor is null ? "null" : $"\"{cursor}\"")}}}""";

    private static string Checkpoints(string? cursor) =>
        $$"""{"checkpoints":[{"namespace":"a/b","label":"l","watermark_ms":1,"sha":"s","row_count":1}]{{(cursor is null ? "" : $",\"next_cursor\":\"{cursor}\"")}}}""";
}
