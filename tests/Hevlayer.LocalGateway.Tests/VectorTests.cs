using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class VectorTests : IAsyncLifetime
{
    private readonly Harness _gateway = Harness.InProcess();

    public async ValueTask InitializeAsync()
    {
        await _gateway.CreatePipelineAsync();
        await _gateway.StageAsync("a", "b");
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task PutVectors_HeldDocument_IsIndexedAndItsRowsAreThere()
    {
        await _gateway.ClaimAsync();

        (await _gateway.PutVectorsAsync("a", """[{"id":"a#0","vector":[1,0],"attributes":{"page":1}},{"id":"a#1","vector":[0,1]}]""")).Ok();

        Assert.Equal(1, await _gateway.CountAsync("indexed"));
        Assert.Equal(0, await _gateway.HeartbeatAsync("w", "a"));
        var row = (await _gateway.GetAsync("/v2/namespaces/n/documents/a%230")).Ok().Json;
        Assert.Equal("""{"id":"a#0","attributes":{"page":1}}""", row.GetRawText());
    }

    [Fact]
    public async Task PutVectors_WithoutAnyClaim_IsNotGuardedByALease()
    {
        Assert.Equal(HttpStatusCode.OK, (await _gateway.IndexAsync("a")).Status);
        Assert.Equal(1, await _gateway.CountAsync("indexed"));
    }

    [Fact]
    public async Task PutVectors_Repeated_LeavesOneRow()
    {
        await _gateway.IndexAsync("a");
        await _gateway.IndexAsync("a");

        Assert.Equal(1, (await _gateway.GetAsync("/v2/namespaces/n/metadata")).Ok().Json.GetProperty("approx_row_count").GetInt64());
    }

    [Fact]
    public async Task PutVectors_UnknownDocument_IsNotFoundAndWritesNothing()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.IndexAsync("ghost")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.GetAsync("/v2/namespaces/n/metadata")).Status);
    }

    [Theory]
    [InlineData("[]", "vectors")]
    [InlineData("""[{"id":"x"}]""", "exactly one of vector and vectors")]
    [InlineData("""[{"id":"x","vector":[1,2],"vectors":[[1,2]]}]""", "exactly one of vector and vectors")]
    [InlineData("""[{"id":"x","vector":[]}]""", "empty vector")]
    [InlineData("""[{"id":"x","vectors":[]}]""", "empty list")]
    [InlineData("""[{"id":"","vector":[1]}]""", "vectors[].id")]
    [InlineData("""[{"id":"x","vector":[1,2]},{"id":"y","vector":[1,2,3]}]""", "3 dimensions, expected 2")]
    [InlineData("""[{"id":"x","vector":[1,2],"attributes":{"_hevlayer_udf_tag_v":1}}]""", "_hevlayer_udf_tag_v")]
    [InlineData("""[{"id":"x","vector":[1,2],"attributes":{"id":"y"}}]""", "'id'")]
    public async Task PutVectors_BadEntry_IsRefusedAndTheDocumentKeepsItsStage(string entries, string words)
    {
        await _gateway.ClaimAsync();

        var reply = await _gateway.PutVectorsAsync("a", entries);

        Assert.Equal(422, (int)reply.Status);
        Assert.Equal("validation_error", reply.Error);
        Assert.Contains(words, reply.Message, StringComparison.Ordinal);
        Assert.Equal(2, await _gateway.CountAsync("embedding"));
    }

    [Fact]
    public async Task PutVectors_OtherWidthThanTheNamespace_IsRefused()
    {
        await _gateway.IndexAsync("a");

        var reply = await _gateway.PutVectorsAsync("b", """[{"id":"b","vector":[1,2,3]}]""");

        Assert.Equal(422, (int)reply.Status);
        Assert.Contains("3 dimensions, expected 2", reply.Message, StringComparison.Ordinal);
        Assert.Equal(1, await _gateway.CountAsync("pending"));
    }
}
