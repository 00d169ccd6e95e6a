using System.Text;

namespace Hevlayer.Local.Tests;

public sealed class ErrorShapeTests
{
    [Theory]
    [InlineData("""{"id":""", 400)]
    [InlineData("", 400)]
    [InlineData("""{"id":"p"}""", 422)]
    [InlineData("""{"id":1,"target_namespace":"n"}""", 422)]
    [InlineData("[]", 422)]
    [InlineData("null", 422)]
    public async Task BadBody_IsRefusedInPlainText(string body, int status)
    {
        await using var gateway = Harness.InProcess();

        var reply = await gateway.PostAsync("/v2/pipelines", body);

        Assert.Equal(status, (int)reply.Status);
        Assert.StartsWith("text/plain", reply.ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v2/pipelines")]
    [InlineData("/v2/namespaces/n")]
    [InlineData("/v2/namespaces/n/query")]
    public async Task BodyThatIsNoUtf8_IsRefused(string path)
    {
        await using var gateway = Harness.InProcess();
        using var content = new ByteArrayContent([.. "{\"upsert_rows\":[{\"id\":\""u8, 0xff, 0xfe, .. "\"}]}"u8]);
        content.Headers.ContentType = new("application/json");

        using var response = await gateway.Http.PostAsync(path, content, TestContext.Current.CancellationToken);

        Assert.InRange((int)response.StatusCode, 400, 422);
    }

    /// <summary>A lone surrogate can be stored as the bytes that it came in, and would fail whoever reads it as text.</summary>
    [Theory]
    [InlineData("PUT", "/v2/udfs/f", "{\"spec\":{\"filter\":[\"\\udc00\",\"Eq\",1]}}", 400)]
    [InlineData("POST", "/v2/pipelines", "{\"id\":\"\\uD800\",\"target_namespace\":\"n\"}", 400)]
    [InlineData("POST", "/v2/pipelines", "{\"id\":\"\\ud83d\\ude00\",\"target_namespace\":\"n\"}", 200)]
    [InlineData("POST", "/v2/pipelines", "{\"id\":\"\\\\ud800\",\"target_namespace\":\"n\"}", 200)]
    [InlineData("POST", "/_local/faults", "{\"status\":500,\"operation\":\"\\udc00\"}", 400)]
    public async Task TextThatIsNoUnicode_IsRefused(string method, string path, string body, int status)
    {
        await using var gateway = Harness.InProcess();

        Assert.Equal(status, (int)(await gateway.SendAsync(method, path, body)).Status);
    }

    [Theory]
    [InlineData("/v2/udfs/f/items/complete", "{\"worker_id\":\"w\",\"items\":[null]}")]
    [InlineData("/v2/udfs/f/items/heartbeat", "{\"worker_id\":\"w\",\"items\":[null]}")]
    [InlineData("/v2/pipelines/p/documents/heartbeat", "{\"worker_id\":\"w\",\"document_ids\":[null]}")]
    [InlineData("/v2/pipelines/p/documents/stage", "{\"stage\":\"pending\",\"document_ids\":[null]}")]
    [InlineData("/v2/keys", "{\"name\":\"k\",\"entitlements\":{\"layer\":null}}")]
    public async Task ListThatHoldsNull_IsRefused(string path, string body)
    {
        await using var gateway = Harness.InProcess();
        await gateway.PostAsync("/v2/udfs", "{\"id\":\"f\",\"spec\":{\"target_namespaces\":[\"n\"],\"inputs\":[\"text\"],\"version\":\"1\",\"worker\":{\"url\":\"http://worker:8000/\"}}}");
        await gateway.PostAsync("/v2/pipelines", "{\"id\":\"p\",\"target_namespace\":\"n\"}");

        var reply = await gateway.PostAsync(path, body);

        Assert.Equal(422, (int)reply.Status);
    }

    [Fact]
    public async Task OtherContentType_Is415()
    {
        await using var gateway = Harness.InProcess();
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");

        using var response = await gateway.Http.PostAsync("/v2/pipelines", content, TestContext.Current.CancellationToken);

        Assert.Equal(415, (int)response.StatusCode);
    }

    [Fact]
    public async Task OtherMethod_Is405WithTheAllowedOnes()
    {
        await using var gateway = Harness.InProcess();

        var reply = await gateway.DeleteAsync("/v2/pipelines");

        Assert.Equal(405, (int)reply.Status);
        Assert.Equal("GET, POST", reply.Headers["Allow"]);
    }

    [Fact]
    public async Task UnknownRoute_IsABare404()
    {
        await using var gateway = Harness.InProcess();

        var reply = await gateway.GetAsync("/v3/anything");

        Assert.Equal(404, (int)reply.Status);
        Assert.Empty(reply.Body);
    }

    [Fact]
    public async Task BodyOverTheLimit_Is413()
    {
        await using var gateway = Harness.InProcess(options => options.MaxBodyBytes = 64);

        var reply = await gateway.PostAsync("/v2/pipelines", $$"""{"id":"{{new string('x', 64)}}","target_namespace":"n"}""");

        Assert.Equal(413, (int)reply.Status);
        Assert.StartsWith("text/plain", reply.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_NameTheSetting()
    {
        var error = Assert.Throws<ArgumentException>(() => LocalGateway.Create(new LocalGatewayOptions { ChunkDeadLetterAttempts = 0 }));

        Assert.Contains("ChunkDeadLetterAttempts", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LocalGateway.Create(new LocalGatewayOptions { Port = 70_000 }));
        Assert.Throws<ArgumentException>(() => LocalGateway.Create(new LocalGatewayOptions { StatusCacheTime = TimeSpan.FromSeconds(-1) }));
    }
}
