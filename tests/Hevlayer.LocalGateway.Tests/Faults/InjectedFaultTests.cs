using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class InjectedFaultTests
{
    private const string Pipeline = """{"id":"p","target_namespace":"n"}""";

    public static TheoryData<bool> Faces => [true, false];

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Status_OfOneOperation_RefusesItAsOftenAsItSaysAndNothingElse(bool overHttp)
    {
        await using var harness = await StartAsync(overHttp);
        var fault = harness.Gateway.Faults.Add(new() { Operation = "createPipeline", Count = 2, RetryAfter = TimeSpan.FromSeconds(1.5) });

        var first = await harness.PostAsync("/v2/pipelines", Pipeline);
        await harness.PostAsync("/v2/pipelines", Pipeline);
        var list = await harness.GetAsync("/v2/pipelines");
        var third = await harness.PostAsync("/v2/pipelines", Pipeline);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "injected_fault", "2"), (first.Status, first.Error, first.Headers["Retry-After"]));
        Assert.Equal("""{"pipelines":[]}""", list.Ok().Body);
        third.Ok();
        Assert.Equal((2, 2), (fault.Struck, (int)fault.Matched));
    }

    [Theory]
    [InlineData(true, 204)]
    [InlineData(false, 204)]
    [InlineData(true, 205)]
    [InlineData(true, 304)]
    public async Task Status_ThatHasNoBody_IsSentWithoutOne(bool overHttp, int status)
    {
        await using var harness = await StartAsync(overHttp);
        harness.Gateway.Faults.Add(new() { Status = (HttpStatusCode)status, Body = "text" });

        var reply = await harness.GetAsync("/v2/pipelines");

        Assert.Equal((status, string.Empty), ((int)reply.Status, reply.Body));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Status_WithBodyAndType_SendsThem(bool overHttp)
    {
        await using var harness = await StartAsync(overHttp);
        harness.Gateway.Faults.Add(new() { Status = HttpStatusCode.BadGateway, Body = "<h1>no</h1>", ContentType = "text/html" });

        var reply = await harness.GetAsync("/v2/pipelines");

        Assert.Equal((HttpStatusCode.BadGateway, "<h1>no</h1>", "text/html"), (reply.Status, reply.Body, reply.ContentType));
    }

    [Theory]
    [InlineData(true, FaultEffect.Reset, 0)]
    [InlineData(false, FaultEffect.Reset, 0)]
    [InlineData(true, FaultEffect.LoseReply, 1)]
    [InlineData(false, FaultEffect.LoseReply, 1)]
    [InlineData(true, FaultEffect.CutBody, 1)]
    [InlineData(false, FaultEffect.CutBody, 1)]
    public async Task Connection_Cut_FailsTheCallAndDoesTheWorkOrNot(bool overHttp, FaultEffect effect, int done)
    {
        await using var harness = await StartAsync(overHttp);
        harness.Gateway.Faults.Add(new() { Operation = "createPipeline", Effect = effect });

        await Assert.ThrowsAsync<HttpRequestException>(() => harness.PostAsync("/v2/pipelines", Pipeline));

        Assert.Equal(done, (await harness.GetAsync("/v2/pipelines")).Json.GetProperty("pipelines").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task ContentType_Wrong_LeavesTheRealBody(bool overHttp)
    {
        await using var harness = await StartAsync(overHttp);
        harness.Gateway.Faults.Add(new() { Effect = FaultEffect.ContentType });

        var reply = await harness.GetAsync("/v2/pipelines");

        Assert.Equal((HttpStatusCode.OK, "text/html", """{"pipelines":[]}"""), (reply.Status, reply.ContentType, reply.Body));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Delay_ByTheGatewaysClock_EndsWhenItIsAdvanced(bool overHttp)
    {
        await using var harness = await StartAsync(overHttp);
        var fault = harness.Gateway.Faults.Add(new() { Effect = FaultEffect.Delay, Delay = TimeSpan.FromHours(1) });

        var call = harness.GetAsync("/v2/pipelines");
        await StruckAsync(fault);
        Assert.False(call.IsCompleted);
        while (!call.IsCompleted)
        {
            harness.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        (await call).Ok();
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Stall_UntilTheFaultIsRemoved_ThenTheCallIsAnswered(bool overHttp)
    {
        await using var harness = await StartAsync(overHttp);
        var fault = harness.Gateway.Faults.Add(new() { Effect = FaultEffect.Stall });

        var call = harness.GetAsync("/v2/pipelines");
        await StruckAsync(fault);
        harness.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(call.IsCompleted);

        Assert.True(harness.Gateway.Faults.Remove(fault.Id));
        (await call).Ok();
        Assert.False(harness.Gateway.Faults.Remove(fault.Id));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Stall_WhenTheGatewayEnds_KeepsNobody(bool overHttp)
    {
        var harness = await StartAsync(overHttp);
        var fault = harness.Gateway.Faults.Add(new() { Effect = FaultEffect.Stall });
        var call = harness.GetAsync("/v2/pipelines");
        await StruckAsync(fault);

        await harness.Gateway.DisposeAsync();

        Assert.NotEqual(TaskStatus.WaitingForActivation, (await Task.WhenAny(call)).Status);
        harness.Http.Dispose();
    }

    [Fact]
    public async Task Stall_CallerGivesUp_NoWorkIsDone()
    {
        await using var harness = Harness.InProcess();
        var fault = harness.Gateway.Faults.Add(new() { Operation = "createPipeline", Effect = FaultEffect.Stall });
        using var patience = new CancellationTokenSource();
        using var content = new StringContent(Pipeline, System.Text.Encoding.UTF8, "application/json");
        var call = harness.Http.PostAsync("/v2/pipelines", content, patience.Token);
        await StruckAsync(fault);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("""{"pipelines":[]}""", (await harness.GetAsync("/v2/pipelines")).Ok().Body);
    }

    [Fact]
    public async Task Retry_InProcess_SendsTheWholeBodyAgain()
    {
        await using var harness = Harness.InProcess();
        var fault = harness.Gateway.Faults.Add(new() { Operation = "createPipeline", Count = 2 });
        var options = new HevlayerClientOptions { BaseAddress = harness.Gateway.BaseAddress, TimeProvider = harness.Clock };
        using var client = new HevlayerClient(options, harness.Gateway.CreateHandler());

        await ClockPump.RunAsync(
            harness.Clock.Advance,
            () => client.EnsurePipelineAsync("p", "n", cancellationToken: TestContext.Current.CancellationToken),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, fault.Struck);
        Assert.Contains("\"p\"", (await harness.GetAsync("/v2/pipelines")).Ok().Body, StringComparison.Ordinal);
    }

    // A test that runs against real sockets has no other sign of a call that waits than the count of its fault.
    private static async Task StruckAsync(AddedFault fault)
    {
        while (fault.Struck == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<Harness> StartAsync(bool overHttp) => overHttp ? await Harness.OverHttpAsync() : Harness.InProcess();
}
