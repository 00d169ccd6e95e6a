namespace Hevlayer.Local.Tests;

public sealed class ScanTests : IAsyncLifetime
{
    private readonly Harness _gateway = Harness.InProcess();

    public async ValueTask InitializeAsync() => (await _gateway.PostAsync("/v2/namespaces/n", """
        {"upsert_rows":[{"id":"a","k":"x"},{"id":"b","k":"y"},{"id":"c","k":"x"}]}
        """)).Ok();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Count_WithFilter_AnswersAtOnce()
    {
        var reply = await _gateway.PostAsync("/v2/namespaces/n/scans", """{"mode":"count","filters":["k","Eq","x"]}""");

        Assert.Equal(200, (int)reply.Status);
        Assert.Equal(2, reply.Json.GetProperty("count").GetInt64());
        Assert.Equal("origin", reply.Json.GetProperty("served_by").GetString());
    }

    [Fact]
    public async Task Ids_Pages_WalkAllRows()
    {
        var id = await StartAsync("{}");

        var first = (await _gateway.GetAsync($"/v2/namespaces/n/scans/{id}/results?limit=2")).Ok().Body;
        var second = (await _gateway.GetAsync($"/v2/namespaces/n/scans/{id}/results?limit=2&offset=2")).Ok().Body;

        Assert.Equal("""{"ids":["a","b"],"total":3}""", first);
        Assert.Equal("""{"ids":["c"],"total":3}""", second);
    }

    [Fact]
    public async Task Values_Field_CountsEachValue()
    {
        var id = await StartAsync("""{"mode":"values","field":"k"}""");

        Assert.Equal(
            """{"values":[{"v":"x","n":2},{"v":"y","n":1}],"total":2,"truncated":false}""",
            (await _gateway.GetAsync($"/v2/namespaces/n/scans/{id}/results")).Ok().Body);
    }

    [Fact]
    public async Task Delete_Scan_ForgetsIt()
    {
        var id = await StartAsync("{}");
        Assert.Equal(1, (await _gateway.GetAsync("/v2/namespaces/n/scans")).Ok().Json.GetProperty("scans").GetArrayLength());

        (await _gateway.DeleteAsync($"/v2/namespaces/n/scans/{id}")).Ok();

        Assert.Equal("not_found", (await _gateway.GetAsync($"/v2/namespaces/n/scans/{id}")).Error);
    }

    [Theory]
    [InlineData("""{"mode":"values"}""", 422)]
    [InlineData("""{"mode":"guess"}""", 422)]
    [InlineData("""{"page_size":0}""", 422)]
    [InlineData("""{"source":"snapshot","mode":"count"}""", 412)]
    [InlineData("""{"fts":{"field":"k","query":"x"}}""", 501)]
    public async Task BadScan_IsRefused(string body, int status) =>
        Assert.Equal(status, (int)(await _gateway.PostAsync("/v2/namespaces/n/scans", body)).Status);

    private async Task<string> StartAsync(string body)
    {
        var reply = await _gateway.PostAsync("/v2/namespaces/n/scans", body);
        Assert.Equal(202, (int)reply.Status);
        Assert.Equal("completed", reply.Json.GetProperty("status").GetString());
        return reply.Json.GetProperty("id").GetString()!;
    }
}
