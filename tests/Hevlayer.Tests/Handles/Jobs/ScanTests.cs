namespace Hevlayer.Tests.Handles;

public sealed class ScanTests
{
    private const string Scans = "POST /v2/namespaces/a%2Fb/scans";
    private const string Results = "GET /v2/namespaces/a%2Fb/scans/s/results";
    private const string Count = """{"count":7,"served_by":"origin","elapsed_ms":3,"bounded":true,"timed_out":true,"approximate":false}""";

    [Fact]
    public async Task Count_CountReply_IsTheCountWithItsBounds()
    {
        var far = new FarEnd().On(Scans, Count);

        var count = await far.Space.CountAsync();

        Assert.Equal(7, count.Count);
        Assert.True(count.Bounded);
        Assert.True(count.TimedOut);
        Assert.False(count.Approximate);
        Assert.Single(far.Requests);
    }

    [Fact]
    public async Task Count_JobReply_IsAClearError()
    {
        var error = await Assert.ThrowsAsync<HevlayerException>(() => new FarEnd().On(Scans, Job("completed")).Space.CountAsync());

        Assert.Contains("count", error.Message, StringComparison.Ordinal);
        Assert.Contains("job", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_CountReply_IsAClearError()
    {
        var far = new FarEnd().On(Scans, Count);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => far.Space.StartScanAsync(new()));
        await Assert.ThrowsAsync<HevlayerException>(() => far.Space.ScanIdsAsync().AllAsync());

        Assert.Contains("count", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartScan_WithoutMode_AsksForIds()
    {
        var far = new FarEnd().On(Scans, Job("running"));

        var job = await far.Space.StartScanAsync(new() { PageSize = 10 });

        Assert.Equal("s", job.Id);
        Assert.Equal("2026-13-42T00:00:00Z", job.CreatedAt);
        JsonAssert.Same("""{"mode":"ids","page_size":10}""", Assert.Single(far.Requests).Body);
    }

    [Fact]
    public async Task Ids_SeveralPages_AreReadToTheEnd()
    {
        var far = new FarEnd().On(Scans, Job("completed")).On(Results, Ids(0, 1000), Ids(1000, 1000), Ids(2000, 3));

        var ids = await far.Space.ScanIdsAsync().AllAsync();

        Assert.Equal(Enumerable.Range(0, 2003).Select(n => $"{n}"), ids);
        Assert.Equal(
            [Scans, $"{Results}?limit=1000&offset=0", $"{Results}?limit=1000&offset=1000", $"{Results}?limit=1000&offset=2000"],
            far.Calls);
    }

    [Fact]
    public async Task Ids_PagesShorterThanAskedFor_AreReadToTheTotal()
    {
        var far = new FarEnd().On(Scans, Job("completed")).On(Results, Ids(0, 600), Ids(600, 600), Ids(1200, 803));

        Assert.Equal(2003, (await far.Space.ScanIdsAsync().AllAsync()).Count);

        Assert.Equal(["offset=0", "offset=600", "offset=1200"], far.Calls.Skip(1).Select(call => call.Split('&')[1]));
    }

    [Fact]
    public async Task Ids_FewerThanTheTotal_EndWithAnEmptyPage()
    {
        var far = new FarEnd().On(Scans, Job("completed")).On(Results, Ids(0, 600), Ids(0, 0));

        Assert.Equal(600, (await far.Space.ScanIdsAsync().AllAsync()).Count);
    }

    [Fact]
    public async Task Ids_LeftEarly_ReadsNoFurtherPage()
    {
        var far = new FarEnd().On(Scans, Job("completed")).On(Results, Ids(0, 1000));

        await foreach (var id in far.Space.ScanIdsAsync())
        {
            Assert.Equal("0", id);
            break;
        }

        Assert.Single(far.ArrivalsOf(Results));
    }

    [Fact]
    public async Task Values_Field_AreReadWithTheirCounts()
    {
        var far = new FarEnd()
            .On(Scans, Job("completed"))
            .On(Results, """{"values":[{"v":"red","n":2},{"v":"","n":1}],"total":2,"truncated":false}""");

        var values = await far.Space.ScanValuesAsync("color", new() { Filters = Filter.Eq("k", 0) }).AllAsync();

        Assert.Equal([("red", 2), ("", 1)], values.Select(value => (value.Value, value.Count)));
        JsonAssert.Same("""{"mode":"values","field":"color","filters":["k","Eq",0]}""", far.Requests[0].Body);
    }

    [Fact]
    public async Task Ids_ResultsOfValues_IsAClearError()
    {
        var far = new FarEnd().On(Scans, Job("completed")).On(Results, """{"values":[],"total":0,"truncated":false}""");

        var error = await Assert.ThrowsAsync<HevlayerException>(() => far.Space.ScanIdsAsync().AllAsync());

        Assert.Contains("another mode", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForScan_Running_LooksAtOnceAndThenAfterEachPause()
    {
        const string look = "GET /v2/namespaces/a%2Fb/scans/s";
        var far = new FarEnd().On(look, Job("running"), Job("running"), Job("completed"));

        var job = await far.RunAsync(_ => far.Space.WaitForScanAsync("s"));

        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Equal([0, 50, 150], far.ArrivalsOf(look));
    }

    private static string Job(string status) =>
        $$"""{"id":"s","namespace":"a/b","status":"{{status}}","progress":1,"documents_scanned":1,"created_at":"2026-13-42T00:00:00Z","mode":"ids","source":"auto"}""";

    private static string Ids(int from, int count) =>
        $$"""{"ids":[{{string.Join(',', Enumerable.Range(from, count).Select(n => $"\"{n}\""))}}],"total":2003}""";
}
