namespace Hevlayer.Workers.Tests;

public sealed class FunctionTroubleTests
{
    [Fact]
    public async Task Completions_OfRowsOfOneClaim_ShareCalls()
    {
        await using var host = await FunctionHost.WithAsync(static async (item, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), item.Clock, token);
            return FunctionHost.Caption(item);
        });
        host.Wire.Delay = path => path.EndsWith("/items/complete", StringComparison.Ordinal) ? Task.Delay(TimeSpan.FromMilliseconds(500), host.Host.Clock!) : Task.CompletedTask;
        await host.PutAsync(Enumerable.Range(1, 32).Select(static number => $"r{number}"));

        await host.RunAsync();

        Assert.Equal(32, host.Status.Completed);
        Assert.InRange(host.Wire.Of("/items/complete").Count, 2, 16);
    }

    [Fact]
    public async Task ReplyToACompletion_Lost_IsNotTakenForALostLease()
    {
        var handled = 0;
        await using var host = await FunctionHost.WithAsync((item, _) =>
        {
            handled++;
            return Task.FromResult(FunctionHost.Caption(item));
        });
        var isLost = false;
        host.Wire.After = path => path.EndsWith("/items/complete", StringComparison.Ordinal) && !isLost && (isLost = true) ? Interceptor.Error(502) : null;
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal("Caption of a", (await host.RowAsync("a")).GetString("caption"));
        Assert.Equal((1, 0), (handled, host.Status.LeasesLost));
        Assert.Single(host.Log.Of(LogIds.RowsEndedInPart));
    }

    [Fact]
    public async Task Completion_InTrouble_IsRepeatedAndTheWorkIsNot()
    {
        var handled = 0;
        await using var host = await FunctionHost.WithAsync((item, _) =>
        {
            handled++;
            return Task.FromResult(FunctionHost.Caption(item));
        });
        var refused = 0;
        host.Wire.Before = path => path.EndsWith("/items/complete", StringComparison.Ordinal) && refused++ < 12 ? Interceptor.Error(503) : null;
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal((1, 1), (handled, host.Status.Completed));
        Assert.True(refused > 12);
    }

    [Fact]
    public async Task Row_TakenAway_IsFoundAmongTheOthersAndDroppedAlone()
    {
        var ends = new List<(string Id, WorkEnd End)>();
        await using var host = await FunctionHost.WithAsync(
            async (item, token) =>
            {
                try
                {
                    await Task.Delay(TimeSpan.FromSeconds(item.Id == "c" && ends.Count > 0 ? 0 : 50), item.Clock, token);
                }
                finally
                {
                    ends.Add((item.Id, item.End));
                }

                return FunctionHost.Caption(item);
            },
            static options => options.Lease = TimeSpan.FromSeconds(30));
        await host.PutAsync("a", "b", "c", "d", "e");
        await host.Host.StartAsync();
        var claimed = default(LogEntry);
        await host.Host.RunAsync(async () => claimed = await host.Log.WhenAsync(static entry => entry.Id == LogIds.RowsClaimed));
        var holder = claimed!.Text.Split(' ')[1];

        var taken = await host.Api.FailUdfItemsAsync(
            FunctionHost.Function,
            new() { WorkerId = holder, Items = [new() { Namespace = FunctionHost.Namespace, Id = "c", Kind = UdfErrorKind.Transient }] },
            cancellationToken: TestContext.Current.CancellationToken);
        await host.DrainAsync();

        Assert.Equal(1, taken.Updated);
        Assert.Equal(("c", WorkEnd.LeaseLost), ends[0]);
        Assert.All(ends[1..], static end => Assert.Equal(WorkEnd.None, end.End));
        Assert.Equal((5, 1), (host.Status.Completed, host.Status.LeasesLost));
    }

    [Fact]
    public async Task Heartbeats_ThatFail_EndTheWorkBeforeAnotherWorkerHasTheRow()
    {
        var calls = 0;
        WorkEnd? first = null;
        await using var host = await FunctionHost.WithAsync(
            async (item, token) =>
            {
                var isFirst = ++calls == 1;
                try
                {
                    await Task.Delay(isFirst ? TimeSpan.FromMinutes(10) : TimeSpan.Zero, item.Clock, token);
                }
                finally
                {
                    first ??= item.End;
                }

                return FunctionHost.Caption(item);
            },
            static options => options.Lease = TimeSpan.FromSeconds(30));
        host.Wire.Before = static path => path.EndsWith("/items/heartbeat", StringComparison.Ordinal) ? Interceptor.Error(500) : null;
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal((WorkEnd.LeaseLost, 2), (first, calls));
        Assert.Equal((1, 1), (host.Status.Completed, host.Status.LeasesLost));
    }

    [Fact]
    public async Task Claims_ThatFail_AreTriedAgain()
    {
        await using var host = await FunctionHost.WithAsync(static (item, _) => Task.FromResult(FunctionHost.Caption(item)));
        var refused = 0;
        host.Wire.Before = path => path.EndsWith("/claim", StringComparison.Ordinal) && refused++ < 3 ? Interceptor.Error(500) : null;
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal(1, host.Status.Completed);
        Assert.Equal(3, host.Log.Of(LogIds.TakeFailed).Count);
        Assert.Null(host.Status.LastClaimError);
    }

    [Fact]
    public async Task Worker_ThatFailsRowAfterRow_ClaimsOneAtATime()
    {
        await using var host = await FunctionHost.WithAsync(
            static (_, _) => throw new InvalidOperationException("The model is gone."),
            static options => (options.ClaimLimit, options.MaxHeldRows) = (16, 16),
            static spec => spec with { Retry = new() { MaxAttempts = 100, InitialBackoffSeconds = 3600, MaxBackoffSeconds = 3600 } });
        await host.PutAsync(Enumerable.Range(1, 60).Select(static number => $"r{number}"));
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => Task.Delay(TimeSpan.FromSeconds(90), host.Host.Clock!, TestContext.Current.CancellationToken));

        // A full claim, what makes up for the nine that fail before the tenth, and then one after each pause.
        Assert.InRange(host.Status.Claimed, 17, 16 + 9 + 8);
        Assert.Contains("\"limit\":1,", host.Wire.Of("/claim")[^1], StringComparison.Ordinal);
    }
}
