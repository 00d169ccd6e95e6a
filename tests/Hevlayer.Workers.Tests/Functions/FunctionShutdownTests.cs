namespace Hevlayer.Workers.Tests;

public sealed class FunctionShutdownTests
{
    [Theory]
    [InlineData(true, 40, 0)]
    [InlineData(false, 0, 40)]
    public async Task Stop_RowsAreHeld_GivesThemBackWhereThatIsWanted(bool releases, long pending, long processing)
    {
        await using var host = await FunctionHost.WithAsync(
            static async (item, token) =>
            {
                await Task.Delay(TimeSpan.FromHours(1), item.Clock, token);
                return FunctionHost.Caption(item);
            },
            options => (options.ClaimLimit, options.ReleaseAtEnd) = (40, releases));
        await host.PutAsync(Enumerable.Range(1, 40).Select(static number => $"r{number}"));
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => host.Log.WhenAsync(static entry => entry.Id == LogIds.RowsClaimed));

        await host.Host.StopAsync();

        var status = await host.CountsAsync();
        Assert.Equal((pending, processing, 0), (status.PendingCount, status.ProcessingCount, status.FailedCount));
        Assert.Equal((pending, WorkerState.Stopped), (host.Status.Released, host.Status.State));
        Assert.Equal(releases, host.Wire.Of("/items/fail").Any(static body => body.Contains("The worker ended before it had finished", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stop_HandlerNeedsSomeSecondsMore_ItsRowIsCompleted()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await FunctionHost.WithAsync(async (item, token) =>
        {
            begun.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(5), item.Clock, token);
            return FunctionHost.Caption(item);
        });
        await host.PutAsync("a");
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => begun.Task);

        await host.Host.StopAsync();

        Assert.Equal("Caption of a", (await host.RowAsync("a")).GetString("caption"));
        Assert.Equal((1, 0), (host.Status.Completed, host.Status.Released));
    }
}
