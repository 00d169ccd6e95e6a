using System.Net;
using System.Text.Json;

namespace Hevlayer.Tests.Handles;

public sealed class EnsureFunctionTests
{
    private const string Create = "POST /v2/udfs";
    private const string Get = "GET /v2/udfs/f%2F1";

    private static UdfSpec Spec => new()
    {
        TargetNamespaces = ["n"],
        Inputs = ["text"],
        Version = "2",
        Filter = Filter.Eq("k", 1),
        Worker = new() { Image = "embed", BatchSize = 8 },
    };

    [Fact]
    public async Task Ensure_New_IsCreated()
    {
        var far = new FarEnd().On(Create, Udf("""{"worker":{"image":"embed"}}"""));

        var function = await far.Client.Function("f/1").EnsureAsync(Spec);

        Assert.Equal("f/1", function.Id);
        Assert.Equal([Create], far.Calls);
        JsonAssert.Same(
            """{"id":"f/1","spec":{"target_namespaces":["n"],"inputs":["text"],"version":"2","filter":["k","Eq",1],"worker":{"image":"embed","batch_size":8}}}""",
            far.Requests[0].Body);
    }

    [Fact]
    public async Task Ensure_ExistingWithDefaultsFilledIn_IsReturned()
    {
        var far = Existing("""
            {"target_namespaces":["n"],"inputs":["text"],"version":"2","filter":["k","Eq",1.0],"triggers":["discovery"],"invalidates":[],
             "worker":{"batch_size":8,"image":"embed","port":8080,"timeout_seconds":60},"retry":{"max_attempts":8}}
            """);

        var function = await far.Client.Function("f/1").EnsureAsync(Spec);

        Assert.Equal(8080, function.Spec.Worker.Port);
        Assert.Equal([Create, Get], far.Calls);
    }

    [Theory]
    [InlineData("""{"target_namespaces":["n","m"],"inputs":["text"],"version":"2","filter":["k","Eq",1],"worker":{"image":"embed","batch_size":8}}""", "spec.target_namespaces")]
    [InlineData("""{"target_namespaces":["n"],"version":"2","filter":["k","Eq",1],"worker":{"image":"embed","batch_size":8}}""", "spec.inputs")]
    [InlineData("""{"target_namespaces":["n"],"inputs":["text"],"version":"3","filter":["k","Eq",1],"worker":{"image":"embed","batch_size":8}}""", "spec.version")]
    [InlineData("""{"target_namespaces":["n"],"inputs":["text"],"version":"2","filter":["k","Eq",2],"worker":{"image":"embed","batch_size":8}}""", "spec.filter")]
    [InlineData("""{"target_namespaces":["n"],"inputs":["text"],"version":"2","filter":["k","Eq",1],"worker":{"image":"embed","batch_size":9}}""", "spec.worker.batch_size")]
    public async Task Ensure_ExistingThatDiffers_NamesTheField(string spec, string field)
    {
        var error = await Assert.ThrowsAsync<FunctionMismatchException>(() => Existing(spec).Client.Function("f/1").EnsureAsync(Spec));

        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.Contains("f/1", error.Message, StringComparison.Ordinal);
        Assert.Equal("f/1", error.Existing.Id);
        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
    }

    [Fact]
    public async Task Ensure_ReplyLost_FindsWhatWasCreated()
    {
        var spec = JsonSerializer.Serialize(Spec, HevlayerJson.Options);
        var far = new FarEnd()
            .On(Create, () => throw new HttpRequestException(HttpRequestError.ResponseEnded))
            .On(Get, $$"""{"udf":{{Udf(spec)}},"status":{{SweepTests.Status(0, 0, 0)}}}""");

        var function = await far.Client.Function("f/1").EnsureAsync(Spec);

        Assert.Equal("f/1", function.Id);
        Assert.Equal([Create, Get], far.Calls);
    }

    [Fact]
    public async Task Ensure_ReplyLostAndNothingWasCreated_IsTheFirstError()
    {
        var far = new FarEnd()
            .On(Create, () => throw new HttpRequestException(HttpRequestError.ResponseEnded))
            .On(Get, () => Reply.Error(404, "not_found"));

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => far.Client.Function("f/1").EnsureAsync(Spec));

        Assert.Equal("/v2/udfs", error.Route);
        Assert.Equal([Create, Get], far.Calls);
    }

    [Fact]
    public async Task Ensure_OtherError_IsPassedOn()
    {
        var far = new FarEnd().On(Create, () => Reply.Error(422, "validation_error"));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => far.Client.Function("f/1").EnsureAsync(Spec));

        Assert.Equal("validation_error", error.Code);
        Assert.Equal([Create], far.Calls);
    }

    private static FarEnd Existing(string spec) => new FarEnd()
        .On(Create, () => Reply.Error(409, "conflict"))
        .On(Get, $$"""{"udf":{{Udf(spec)}},"status":{{SweepTests.Status(0, 0, 0)}}}""");

    private static string Udf(string spec) =>
        $$"""{"id":"f/1","spec":{{spec}},"paused":false,"created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}""";
}
