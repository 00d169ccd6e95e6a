using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class WriteTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Upsert_RowsAndColumns_StoreTheSame()
    {
        await WriteAsync("""{"upsert_rows":[{"id":"a","vector":[1,0],"x":1},{"id":"b","vector":[0,1],"x":2}]}""");
        (await _gateway.PostAsync("/v2/namespaces/m", """{"upsert_columns":{"id":["a","b"],"vector":[[1,0],[0,1]],"x":[1,2]}}""")).Ok();

        Assert.Equal(await FetchAsync("n", "b"), await FetchAsync("m", "b"));
        Assert.Equal("""{"id":"b","attributes":{"x":2}}""", await FetchAsync("n", "b"));
    }

    [Fact]
    public async Task Patch_ExistingRow_ChangesOnlyTheGivenAttributes()
    {
        await WriteAsync("""{"upsert_rows":[{"id":"a","vector":[1,0],"x":1,"y":2}]}""");

        var reply = await WriteAsync("""{"patch_rows":[{"id":"a","y":3,"z":4},{"id":"ghost","y":1}]}""");

        Assert.Equal(1, reply.Json.GetProperty("rows_patched").GetInt64());
        Assert.Equal("""{"id":"a","attributes":{"x":1,"y":3,"z":4}}""", await FetchAsync("n", "a"));
    }

    [Fact]
    public async Task Patch_Columns_ChangeEachNamedRow()
    {
        await WriteAsync("""{"upsert_rows":[{"id":"a","x":1},{"id":"b","x":2}]}""");

        await WriteAsync("""{"patch_columns":{"id":["a","b"],"x":[10,20]}}""");

        Assert.Equal("""{"id":"a","attributes":{"x":10}}""", await FetchAsync("n", "a"));
        Assert.Equal("""{"id":"b","attributes":{"x":20}}""", await FetchAsync("n", "b"));
    }

    [Fact]
    public async Task Deletes_ByIdAndByFilter_RemoveAndCount()
    {
        await WriteAsync("""{"upsert_rows":[{"id":"a","x":1},{"id":"b","x":2},{"id":"c","x":3},{"id":7,"x":4}]}""");

        Assert.Equal(2, (await WriteAsync("""{"deletes":["a",7,"ghost"]}""")).Json.GetProperty("rows_deleted").GetInt64());
        Assert.Equal(1, (await WriteAsync("""{"delete_by_filter":["x","Gte",3]}""")).Json.GetProperty("rows_deleted").GetInt64());

        var rest = (await _gateway.PostAsync("/v2/namespaces/n/documents", """{"ids":["a","b","c","7"]}""")).Ok();
        Assert.Equal(["a", "c", "7"], rest.Strings("missing"));
    }

    [Theory]
    [InlineData("""{"upserts":[]}""", 422, "upsert_rows")]
    [InlineData("""{"upsert_rows":[{"id":"a","vector":[1e99]}]}""", 422, "vector")]
    [InlineData("""{"upsert_rows":[{"id":"a","vector":["x"]}]}""", 422, "vector")]
    [InlineData("""{"upsert_rows":[{"id":1.5}]}""", 422, "id")]
    [InlineData("""{"blobs":{}}""", 422, "blobs")]
    [InlineData("""{"upsert_rows":[{"x":1}]}""", 422, "no id")]
    [InlineData("""{"upsert_rows":[{"id":"a","_hevlayer_x":1}]}""", 422, "_hevlayer_x")]
    [InlineData("""{"upsert_columns":{"id":["a"],"x":[1,2]}}""", 422, "2 values")]
    [InlineData("""{"upsert_columns":{"x":[1,2]}}""", 422, "column id")]
    [InlineData("""{"patch_rows":[{"id":"a","vector":[1]}]}""", 422, "vector")]
    [InlineData("""{"patch_by_filter":{}}""", 501, "patch_by_filter")]
    [InlineData("""{"branch_from_namespace":7}""", 422, "source_namespace")]
    public async Task Write_BadBody_SaysWhatIsWrong(string body, int status, string words)
    {
        var reply = await _gateway.PostAsync("/v2/namespaces/n", body);

        Assert.Equal(status, (int)reply.Status);
        Assert.Contains(words, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_RefusedRow_ChangesNothing()
    {
        var reply = await _gateway.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"a","vector":[1]},{"id":"b","vector":[1,2]}]}""");

        Assert.Equal(422, (int)reply.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.GetAsync("/v2/namespaces/n/metadata")).Status);
    }

    [Fact]
    public async Task Stamp_SentByTheCaller_IsOverwritten()
    {
        await WriteAsync("""{"upsert_rows":[{"id":"a","_hevlayer_upserted_at":5}]}""");

        var row = await _gateway.GetAsync("/v2/namespaces/n/documents/a?include_attributes=_hevlayer_upserted_at");

        Assert.Equal(_gateway.NowMs, row.Ok().Json.GetProperty("attributes").GetProperty("_hevlayer_upserted_at").GetInt64());
    }

    [Theory]
    [InlineData("""{"branch_from_namespace":{"source_namespace":"n"}}""")]
    [InlineData("""{"copy_from_namespace":"n"}""")]
    public async Task BranchOrCopy_Namespace_TakesOverItsRows(string body)
    {
        await WriteAsync("""{"upsert_rows":[{"id":"a","x":1}]}""");

        (await _gateway.PostAsync("/v2/namespaces/m", body)).Ok();
        await WriteAsync("""{"deletes":["a"]}""");

        Assert.Equal("""{"id":"a","attributes":{"x":1}}""", await FetchAsync("m", "a"));
    }

    [Fact]
    public async Task Delete_Namespace_SucceedsTwice()
    {
        await WriteAsync("""{"upsert_rows":[{"id":"a"}]}""");

        (await _gateway.DeleteAsync("/v2/namespaces/n")).Ok();
        (await _gateway.DeleteAsync("/v2/namespaces/n")).Ok();

        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.GetAsync("/v2/namespaces/n/documents/a")).Status);
    }

    private async Task<Reply> WriteAsync(string body) => (await _gateway.PostAsync("/v2/namespaces/n", body)).Ok();

    private async Task<string> FetchAsync(string name, string id) =>
        (await _gateway.GetAsync($"/v2/namespaces/{name}/documents/{id}")).Ok().Body;
}
