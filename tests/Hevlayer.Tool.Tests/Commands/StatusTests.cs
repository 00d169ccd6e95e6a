namespace Hevlayer.Tool.Tests;

public sealed class StatusTests : IAsyncDisposable
{
    private readonly ToolWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Status_DocumentsWait_IsNotFineAndSaysHowMany()
    {
        await _world.StageAsync("a", "b");

        var result = await _world.RunAsync("status", "--json");

        Assert.Equal((ExitCode.NotFine, ""), (result.ExitCode, result.Error));
        var pipeline = Assert.Single(result.Json.EnumerateArray());
        Assert.Equal(("products", "shop"), (pipeline.GetProperty("pipeline").GetString(), pipeline.GetProperty("target_namespace").GetString()));
        Assert.Equal((2, 0, false), (pipeline.GetProperty("pending").GetInt64(), pipeline.GetProperty("failed").GetInt64(), pipeline.GetProperty("is_drained").GetBoolean()));
    }

    [Fact]
    public async Task Status_AllIndexed_IsFine()
    {
        await _world.StageAsync("a", "b");
        await _world.WorkAsync(static _ => null);

        var result = await _world.RunAsync("status");

        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Contains("products", result.Output, StringComparison.Ordinal);
        Assert.Contains("indexed/min", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_NoPipelineNamed_ShowsAll()
    {
        _world.Variables.Remove("HEVLAYER_PIPELINE_ID");
        await _world.Client.EnsurePipelineAsync("b", "b", cancellationToken: TestContext.Current.CancellationToken);
        await _world.Client.EnsurePipelineAsync("a", "a", cancellationToken: TestContext.Current.CancellationToken);

        var result = await _world.RunAsync("status", "--json");

        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Equal(["a", "b"], result.Json.EnumerateArray().Select(static pipeline => pipeline.GetProperty("pipeline").GetString()));
    }

    [Fact]
    public async Task Status_StageOfAWorkersOwn_IsElsewhere()
    {
        await _world.StageAsync("a");
        await _world.Client.Api.SetDocumentsStageAsync(ToolWorld.Pipeline, new() { DocumentIds = ["a"], Stage = "translated" }, cancellationToken: TestContext.Current.CancellationToken);

        var result = await _world.RunAsync("status", "--json");

        Assert.Equal(ExitCode.NotFine, result.ExitCode);
        Assert.Equal(1, result.Json[0].GetProperty("elsewhere").GetInt64());
    }

    [Fact]
    public async Task Watch_UntilAllIsIndexed_EndsFine()
    {
        await _world.StageAsync("a", "b");
        await _world.WorkAsync(static _ => null);

        var result = await _world.RunAsync("watch", "--interval", "4");

        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Equal(5, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Watch_Once_LooksOnceAndSaysWhetherItIsDone()
    {
        await _world.StageAsync("a");

        var result = await _world.RunAsync("watch", "--once", "--json");

        Assert.Equal(ExitCode.NotFine, result.ExitCode);
        Assert.Equal(1, result.Json.GetProperty("pending").GetInt64());
    }

    [Fact]
    public async Task Watch_SomeFailed_EndsNotFine()
    {
        await _world.StageAsync("a");
        await _world.WorkAsync(static _ => "no");

        Assert.Equal(ExitCode.NotFine, (await _world.RunAsync("watch")).ExitCode);
    }

    [Fact]
    public async Task Watch_Cancelled_SaysSo()
    {
        await _world.StageAsync("a");
        using var stopping = new CancellationTokenSource(TimeSpan.FromSeconds(8), _world.Clock);

        var result = await _world.RunAsync(_world.Gateway.CreateHandler(), stopping.Token, "watch");

        Assert.Equal(ExitCode.Cancelled, result.ExitCode);
    }
}
