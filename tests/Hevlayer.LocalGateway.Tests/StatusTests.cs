namespace Hevlayer.Local.Tests;

public sealed class StatusTests
{
    [Fact]
    public async Task Status_MixedQueue_CountsStagesAndHolders()
    {
        await using var gateway = Harness.InProcess();
        await gateway.CreatePipelineAsync();
        await gateway.StageAsync("a", "b", "c", "d");
        await gateway.ClaimAsync(limit: 2);
        await gateway.IndexAsync("a");
        await gateway.SetStageAsync("failed", string.Empty, "d");

        var status = await gateway.StatusAsync();

        Assert.Equal("p", status.GetProperty("pipeline_id").GetString());
        Assert.Equal("pending", status.GetProperty("status").GetString());
        Assert.Equal(1, status.GetProperty("pending_count").GetInt64());
        Assert.Equal(1, status.GetProperty("processing_count").GetInt64());
        Assert.Equal(1, status.GetProperty("failed_count").GetInt64());
        Assert.Equal("""{"embedding":1,"failed":1,"indexed":1,"pending":1}""", status.GetProperty("counts").GetRawText());
        Assert.Equal("{}", status.GetProperty("failed_reasons").GetRawText());
    }

    [Fact]
    public async Task Status_NothingLeftToDo_IsIdle()
    {
        await using var gateway = Harness.InProcess();
        await gateway.CreatePipelineAsync();
        await gateway.StageAsync("a");
        await gateway.IndexAsync("a");

        Assert.Equal("idle", (await gateway.StatusAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Status_WithinItsCacheTime_IsOld()
    {
        await using var gateway = Harness.InProcess(options => options.StatusCacheTime = TimeSpan.FromSeconds(15));
        await gateway.CreatePipelineAsync();
        Assert.Equal(0, await gateway.CountAsync("pending"));
        await gateway.StageAsync("a");

        gateway.Clock.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await gateway.CountAsync("pending"));
        gateway.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await gateway.CountAsync("pending"));
    }

    [Fact]
    public async Task Rate_DocumentsOfTheLastMinute_CountAndThenFade()
    {
        await using var gateway = Harness.InProcess();
        await gateway.CreatePipelineAsync();
        await gateway.StageAsync("a", "b", "c");
        await gateway.IndexAsync("a");
        gateway.Clock.Advance(TimeSpan.FromSeconds(30));
        await gateway.IndexAsync("b");
        await gateway.IndexAsync("c");

        Assert.Equal(3, (await gateway.StatusAsync()).GetProperty("indexed_rate_per_min").GetDouble());
        Assert.Equal(60, (await gateway.StatusAsync()).GetProperty("rate_window_seconds").GetInt64());
        gateway.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await gateway.StatusAsync()).GetProperty("indexed_rate_per_min").GetDouble());
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await gateway.StatusAsync()).GetProperty("indexed_rate_per_min").GetDouble());
    }
}
