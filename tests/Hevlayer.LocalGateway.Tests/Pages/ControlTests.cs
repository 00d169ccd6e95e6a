using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Local.Tests;

public sealed class ControlTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_AddedByHttp_StrikesIsListedAndGoes(bool overHttp)
    {
        await using var harness = overHttp ? await Harness.OverHttpAsync() : Harness.InProcess();

        var added = (await harness.PostAsync("/_local/faults", """{"operation":"listPipelines","effect":"status","status":429,"retry_after_seconds":3,"count":2,"probability":1}""")).Ok().Json;
        var struck = await harness.GetAsync("/v2/pipelines");
        var listed = (await harness.GetAsync("/_local/faults")).Ok().Json.GetProperty("faults")[0];
        var removed = await harness.DeleteAsync($"/_local/faults/{added.GetProperty("id").GetString()}");

        Assert.Equal((429, "3"), ((int)struck.Status, struck.Headers["Retry-After"]));
        Assert.Equal(("fault-1", 1, 1, 2), (listed.GetProperty("id").GetString(), listed.GetProperty("matched").GetInt32(), listed.GetProperty("struck").GetInt32(), listed.GetProperty("count").GetInt32()));
        Assert.Equal(0, removed.Ok().Json.GetProperty("faults").GetArrayLength());
        (await harness.GetAsync("/v2/pipelines")).Ok();
        Assert.Equal(HttpStatusCode.NotFound, (await harness.DeleteAsync("/_local/faults/fault-1")).Status);
    }

    [Theory]
    [InlineData("""{"effect":"explode"}""", "effect")]
    [InlineData("""{"operation":"none"}""", "'none'")]
    [InlineData("""{"probability":"often"}""", "probability")]
    [InlineData("""{"count":1.5}""", "count")]
    [InlineData("""{"effect":"delay"}""", "Delay")]
    [InlineData("""{"operaton":"claimDocuments"}""", "'operaton'")]
    [InlineData("[]", "object")]
    [InlineData("{", "JSON")]
    public async Task Fault_ThatMakesNoSense_IsRefusedByName(string body, string named)
    {
        await using var harness = Harness.InProcess();

        var reply = await harness.PostAsync("/_local/faults", body);

        Assert.InRange((int)reply.Status, 400, 422);
        Assert.Contains(named, reply.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(harness.Gateway.Faults.All);
    }

    [Fact]
    public async Task Fault_AsJsonThatIsCalledAForm_IsReadAsJson()
    {
        await using var harness = Harness.InProcess();
        using var body = new StringContent(""" {"operation":"claimDocuments","count":3}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));

        using var response = await harness.Http.PostAsync("/_local/faults", body, TestContext.Current.CancellationToken);

        response.EnsureSuccessStatusCode();
        Assert.Equal(("claimDocuments", 3), (Assert.Single(harness.Gateway.Faults.All).Fault.Operation, harness.Gateway.Faults.All[0].Fault.Count));
    }

    [Fact]
    public async Task Clock_OfItsOwn_IsFrozenAdvancedAndRunOn()
    {
        var below = new FakeTimeProvider();
        await using var harness = Harness.InProcess(options => options.TimeProvider = new LocalClock(below));
        var start = below.GetUtcNow();

        Assert.Equal("frozen", await ModeAsync("""{"action":"freeze"}"""));
        below.Advance(TimeSpan.FromHours(1));
        await ModeAsync("""{"action":"advance","seconds":90}""");
        Assert.Equal(start.AddSeconds(90), harness.Gateway.Clock.GetUtcNow());
        Assert.Equal("running", await ModeAsync("""{"action":"run"}"""));
        Assert.Equal(422, (int)(await harness.PostAsync("/_local/clock", """{"action":"advance","seconds":-1}""")).Status);
        Assert.Equal(422, (int)(await harness.PostAsync("/_local/clock", """{"action":"advance","seconds":3000000000000}""")).Status);
        Assert.Equal(422, (int)(await harness.PostAsync("/_local/clock", """{"action":"stop"}""")).Status);
        Assert.Equal(409, (int)(await harness.PostAsync("/_local/clock", """{"action":"next"}""")).Status);

        async Task<string?> ModeAsync(string body) => (await harness.PostAsync("/_local/clock", body)).Ok().Json.GetProperty("mode").GetString();
    }

    [Fact]
    public async Task Clock_AdvancedAgainAndAgain_EndsWhereDatesStillDo()
    {
        await using var harness = Harness.InProcess(options => options.TimeProvider = new LocalClock(options.TimeProvider));
        await harness.CreatePipelineAsync();
        await harness.StageAsync("d");
        var advances = 0;
        while ((await harness.PostAsync("/_local/clock", """{"action":"advance","seconds":3153600000}""")) is { Status: HttpStatusCode.OK })
        {
            advances++;
        }

        Assert.Equal(422, (int)(await harness.PostAsync("/_local/clock", """{"action":"advance","seconds":3153600000}""")).Status);
        Assert.InRange(advances, 50, 100);
        Assert.Equal(["d"], await harness.ClaimAsync("w", more: ""","lease_seconds":31536000"""));
        Assert.Single((await harness.GetAsync("/_local/clock")).Ok().Json.GetProperty("due").EnumerateArray());
    }

    [Fact]
    public async Task Clock_ToTheNextThing_EndsTheLeaseThatEndsFirst()
    {
        await using var harness = Harness.InProcess(options => options.TimeProvider = new LocalClock(new FakeTimeProvider()));
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a", "b");
        await harness.ClaimAsync("v", 1, ""","lease_seconds":600""");
        await harness.ClaimAsync("w", 1, ""","lease_seconds":300""");

        var due = (await harness.GetAsync("/_local/clock")).Ok().Json.GetProperty("due")[0].GetProperty("what").GetString();
        (await harness.PostAsync("/_local/clock", """{"action":"next"}""")).Ok();

        Assert.Contains("'p'", due, StringComparison.Ordinal);
        Assert.Equal((1, 1), (await harness.CountAsync("pending"), await harness.CountAsync("embedding")));
    }

    [Fact]
    public async Task Clock_OfATest_IsMovedByItAlone()
    {
        await using var harness = Harness.InProcess();

        Assert.Equal("given", (await harness.GetAsync("/_local/clock")).Ok().Json.GetProperty("mode").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await harness.PostAsync("/_local/clock", """{"action":"freeze"}""")).Status);
    }

    [Fact]
    public async Task Requests_AreListedAsCommandsWithTheirFaults()
    {
        await using var harness = await Harness.OverHttpAsync(options => options.RequestLogEntries = 2);
        await harness.CreatePipelineAsync();
        await harness.PutAsync("/v2/pipelines/p/documents/d/chunks?x=1", "{\"it's\":1}");
        harness.Gateway.Faults.Add(new() { Status = HttpStatusCode.BadGateway });
        await harness.GetAsync("/v2/pipelines");

        var requests = (await harness.GetAsync("/_local/requests")).Ok().Json.GetProperty("requests");

        Assert.Equal(2, requests.GetArrayLength());
        Assert.Equal(("fault-1", 502, 3), (requests[0].GetProperty("fault_id").GetString(), requests[0].GetProperty("status").GetInt32(), requests[0].GetProperty("number").GetInt32()));
        var authority = harness.Gateway.BaseAddress.Authority;
        Assert.Equal($"curl http://{authority}/v2/pipelines", requests[0].GetProperty("curl").GetString());
        Assert.Equal($$"""curl -X PUT 'http://{{authority}}/v2/pipelines/p/documents/d/chunks?x=1' -H 'Content-Type: application/json; charset=utf-8' --data-raw '{"it'\''s":1}'""", requests[1].GetProperty("curl").GetString());
    }

    [Fact]
    public async Task Events_TellOncePerSecondThatSomethingHappened_AndEndWithTheServer()
    {
        var harness = await Harness.OverHttpAsync();
        await using var stream = await harness.Http.GetStreamAsync("/_local/events", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("retry: 1000", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => harness.GetAsync("/v2/pipelines")));
        var lines = new List<string?>();
        while (!lines.Contains("event: change"))
        {
            lines.Add(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        Assert.InRange(lines.Count, 1, 60);
        await harness.DisposeAsync();
    }
}
