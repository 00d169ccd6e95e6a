using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests;

public sealed class FunctionHostTests
{
    [Fact]
    public async Task Rows_OfADelegate_GetItsOutputsAndTheMarkOfTheVersion()
    {
        await using var host = await FunctionHost.WithAsync(static (item, _) => Task.FromResult(FunctionHost.Caption(item)), change: static spec => spec with { Version = "7" });
        await host.PutAsync("a", "b", "c");

        await host.RunAsync();

        var row = await host.RowAsync("b");
        Assert.Equal("Caption of b", row.GetString("caption"));
        Assert.Equal("b", row.GetString("text"));
        Assert.Equal("7", row.GetString("_hevlayer_udf_captions_v"));
        Assert.Equal((3, 3, 0), (host.Status.Claimed, host.Status.Completed, host.Status.Failed));
        Assert.Equal(("function:captions", "captions", ""), (host.Status.Name, host.Status.FunctionId, host.Status.PipelineId));
    }

    [Fact]
    public async Task Handler_FromTheContainer_GetsAScopeOfItsOwnForEachRow()
    {
        await using var host = await FunctionHost.StartAsync(static workers =>
        {
            workers.Services.AddScoped<UnitOfWork>().AddSingleton<UnitOfWork.Book>();
            workers.AddFunction<UnitFunction>(FunctionHost.Function, static options => options.Outputs.Add("caption"));
        });
        await host.PutAsync("a", "b");

        await host.RunAsync();

        Assert.Equal(["a", "b"], host.Host.Host.Services.GetRequiredService<UnitOfWork.Book>().Closed.Order());
        Assert.Equal("Caption of a", (await host.RowAsync("a")).GetString("caption"));
    }

    [Fact]
    public async Task Item_TellsTheRowTheFunctionAndTheWorker()
    {
        FunctionItem? given = null;
        await using var host = await FunctionHost.WithAsync((item, _) =>
        {
            given = item;
            return Task.FromResult(FunctionResult.Done);
        });
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal(("shop", "a", "captions", "worker-1-captions", 1), (given!.Namespace, given.Id, given.FunctionId, given.WorkerId, given.Attempt));
        Assert.Equal(WorkEnd.None, given.End);
        Assert.Same(host.Host.Clock, given.Clock);
        Assert.False((await host.RowAsync("a")).ContainsKey("caption"));
    }

    [Fact]
    public async Task Exception_IsATransientFailure_AfterWhichTheGatewayWaits()
    {
        var at = new List<DateTimeOffset>();
        await using var host = await FunctionHost.WithAsync((item, _) =>
        {
            at.Add(item.Clock.GetUtcNow());
            return at.Count < 3 ? throw new InvalidOperationException("The model is cold.") : Task.FromResult(FunctionHost.Caption(item));
        });
        await host.PutAsync("a");

        var status = await host.RunAsync();

        Assert.Equal(0, status.FailedCount);
        Assert.Equal(3, at.Count);
        Assert.True(at[1] - at[0] >= TimeSpan.FromSeconds(5));
        Assert.True(at[2] - at[1] >= TimeSpan.FromSeconds(10));
        Assert.Equal((1, 0), (host.Status.Completed, host.Status.Failed));
        Assert.All(host.Log.Of(LogIds.RowReturned), static entry => Assert.Contains("InvalidOperationException: The model is cold.", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exception_Always_IsGivenUpByTheGatewayAfterItsAttempts()
    {
        var attempts = 0;
        await using var host = await FunctionHost.WithAsync(
            (item, _) => item.Id == "b" && ++attempts > 0 ? throw new InvalidOperationException("No.") : Task.FromResult(FunctionHost.Caption(item)),
            change: static spec => spec with { Retry = new() { MaxAttempts = 3 } });
        await host.PutAsync("a", "b", "c");

        var status = await host.RunAsync();

        Assert.Equal((1, 3), (status.FailedCount, attempts));
        Assert.Equal(2, host.Status.Completed);
    }

    [Fact]
    public async Task Timeout_OfTheHandler_IsATransientFailure()
    {
        var attempts = 0;
        await using var host = await FunctionHost.WithAsync(
            async (item, token) =>
            {
                await Task.Delay(++attempts == 1 ? TimeSpan.FromHours(1) : TimeSpan.Zero, item.Clock, token);
                return FunctionHost.Caption(item);
            },
            static options => (options.HandlerTimeout, options.Embedding.BatchTimeout) = (TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30)));
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal(2, attempts);
        Assert.Contains("did not end within 00:01:00", Assert.Single(host.Log.Of(LogIds.RowReturned)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rejection_IsAPermanentFailureWithItsReason(bool throws)
    {
        await using var host = await FunctionHost.WithAsync((_, _) => throws
            ? throw new DocumentRejectedException("It is in Latin.")
            : Task.FromResult(FunctionResult.Fail("It is in Latin.")));
        await host.PutAsync("a");

        var status = await host.RunAsync();

        Assert.Equal(1, status.FailedCount);
        Assert.Equal(("shop/a", "It is in Latin."), host.Status.RecentFailures.Select(static failure => (failure.DocumentId, failure.Reason)).Single());
        Assert.Single(host.Log.Of(LogIds.RowFailed));
    }

    [Fact]
    public async Task LongWork_KeepsItsLease()
    {
        var calls = 0;
        await using var host = await FunctionHost.WithAsync(
            async (item, token) =>
            {
                calls++;
                await Task.Delay(TimeSpan.FromMinutes(2), item.Clock, token);
                return FunctionHost.Caption(item);
            },
            static options => options.Lease = TimeSpan.FromSeconds(30));
        await host.PutAsync("a", "b");

        await host.RunAsync();

        Assert.Equal((2, 0), (calls, host.Status.LeasesLost));
        Assert.Equal(2, host.Status.Completed);
    }

    [Fact]
    public async Task PausedFunction_IsLeftAloneUntilItIsResumed()
    {
        await using var host = await FunctionHost.WithAsync(static (item, _) => Task.FromResult(FunctionHost.Caption(item)));
        await host.Api.PauseUdfAsync(FunctionHost.Function, cancellationToken: TestContext.Current.CancellationToken);
        await host.PutAsync("a");
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => Task.Delay(TimeSpan.FromSeconds(30), host.Host.Clock!, TestContext.Current.CancellationToken));
        Assert.Equal((0, 1), (host.Status.Claimed, (await host.CountsAsync()).PendingCount));

        await host.Api.ResumeUdfAsync(FunctionHost.Function, cancellationToken: TestContext.Current.CancellationToken);
        await host.DrainAsync();

        Assert.Equal(1, host.Status.Completed);
    }
}
