using System.Diagnostics;
using Hevlayer.Workers.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Failures;

/// <summary>What a worker writes into its ledger, and when.</summary>
public sealed class LedgerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_Fails_HasARowThatSaysWhy()
    {
        await using var host = await LedgerHost.StartAsync(static _ => "It has no text.");

        await host.EndAsync(1, "a");

        var failure = await host.Failures.FindAsync("a", Token);
        Assert.NotNull(failure);
        Assert.Equal(("a", "It has no text.", "rejected", 0, 1), (failure.DocumentId, failure.Reason, failure.Kind, failure.Attempts, failure.Failures));
        Assert.Equal(("worker-1", "pending"), (failure.WorkerId, failure.Stage));
        Assert.Equal(failure.FirstAt, failure.LastAt);
        Assert.InRange(failure.LastAt, new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), host.Host.Clock!.GetUtcNow());
        Assert.Equal(22, failure.ContentHash!.Length);
        Assert.Null(failure.RedrivenAt);
    }

    [Fact]
    public async Task Document_Fails_RowIsThereBeforeTheMove()
    {
        await using var host = await LedgerHost.StartAsync(static _ => "no");

        await host.EndAsync(1, "a");

        var calls = host.Wire.Calls.Where(static call => LedgerHost.IsWrite(call) || call.Ends("POST", "/stage")).ToList();
        Assert.Equal(["products-ledger", "stage"], calls.Select(static call => call.Path.Split('/')[^1]));
    }

    [Fact]
    public async Task Document_Fails_CrashAtTheWriteIsNotCountedAgainstIt()
    {
        var events = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var host = await LedgerHost.StartAsync(static _ => "no", register: services => services.AddSingleton<IAttemptJournal>(new NotedJournal(events.Enqueue)));
        host.Wire.Script = (call, send) =>
        {
            if (LedgerHost.IsWrite(call))
            {
                events.Enqueue("ledger");
            }

            return send();
        };

        await host.EndAsync(1, "a");

        Assert.Equal(["begun", "stored", "ledger"], events.Take(3));
    }

    [Fact]
    public async Task Documents_AllSound_CostTheLedgerOneQuestionOfTheWorker()
    {
        await using var host = await LedgerHost.StartAsync(static _ => null);

        await host.EndAsync(40, [.. Enumerable.Range(0, 40).Select(static number => $"d{number}")]);

        Assert.Equal("/v2/namespaces/products-ledger/query", Assert.Single(host.LedgerCalls).Path);
    }

    [Fact]
    public async Task Ledger_SwitchedOff_IsNeverCalled()
    {
        await using var host = await LedgerHost.StartAsync(static _ => "no", static options => options.Ledger = new() { Enabled = false, CheckInterval = TimeSpan.FromSeconds(2) });

        await host.EndAsync(2, "a", "b");
        await host.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(host.LedgerCalls);
        Assert.Equal(2, host.Status.Failed);
    }

    [Fact]
    public async Task Ledger_NamedByOptions_IsThatNamespace()
    {
        await using var host = await LedgerHost.StartAsync(static _ => "no", static options => options.Ledger.Namespace = "elsewhere");

        await host.EndAsync(1, "a");

        Assert.Null(await host.Failures.FindAsync("a", Token));
        Assert.NotNull(await host.Client.Failures(WorkerHost.Pipeline, "elsewhere").FindAsync("a", Token));
    }

    [Fact]
    public async Task Document_FailsAgain_KeepsItsFirstTimeAndCounts()
    {
        await using var host = await LedgerHost.StartAsync(static _ => "no");
        await host.EndAsync(1, "a");
        var first = await host.Failures.FindAsync("a", Token);
        await host.PassAsync(TimeSpan.FromMinutes(1));

        await host.EndAsync(2, "a");

        var second = await host.Failures.FindAsync("a", Token);
        Assert.Equal((2, first!.FirstAt), (second!.Failures, second.FirstAt));
        Assert.True(second.LastAt > first.LastAt);
    }

    [Fact]
    public void Failure_OfAWorkerWhoseClockIsBehind_IsTheLaterOneAllTheSame()
    {
        var early = new DocumentFailure { DocumentId = "a", Reason = "no", Kind = "handler", WorkerId = "w", Stage = "pending", Claim = "1", FirstAt = DateTimeOffset.UnixEpoch, LastAt = DateTimeOffset.UnixEpoch };
        var ahead = early with { Claim = "2", LastAt = DateTimeOffset.UnixEpoch.AddHours(1) };

        var next = early.After(ahead);

        Assert.Equal((ahead.LastAt, 2), (next.LastAt, next.Failures));
    }

    [Fact]
    public async Task Document_IdLongerThanThatOfARow_HasARow()
    {
        var id = new string('ä', 100);
        await using var host = await LedgerHost.StartAsync(static _ => "no");

        await host.EndAsync(1, id);

        Assert.Equal(id, (await host.Failures.FindAsync(id, Token))!.DocumentId);
    }

    [Fact]
    public async Task Reason_Endless_IsCut()
    {
        await using var host = await LedgerHost.StartAsync(static _ => new string('x', 999) + "🙂 and so on");

        await host.EndAsync(1, "a");

        Assert.Equal(new string('x', 999), (await host.Failures.FindAsync("a", Token))!.Reason);
    }

    [Fact]
    public async Task Document_ItsWorkersDied_IsOfTheKindCrashed()
    {
        await using var host = await LedgerHost.StartAsync(static _ => null, register: static services => services.AddSingleton<IAttemptJournal>(new DeadlyJournal()));

        await host.EndAsync(1, "a");

        var failure = await host.Failures.FindAsync("a", Token);
        Assert.Equal(("crashed", 3), (failure!.Kind, failure.Attempts));
        Assert.Contains("died 3 times", failure.Reason, StringComparison.Ordinal);
        Assert.Null(failure.ContentHash);
    }

    [Fact]
    public async Task Handler_ThrowsAtEachAttempt_IsOfTheKindHandlerWithItsTrace()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == WorkerDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await LedgerHost.StartAsync(
            static id => id == "a" ? throw new IOException("The disk is full.") : null,
            static options => options.Retry.MaxAttempts = 2);

        await host.EndAsync(2, "a", "b");

        var failure = await host.Failures.FindAsync("a", Token);
        Assert.Equal(("handler", 2, "IOException: The disk is full."), (failure!.Kind, failure.Attempts, failure.Reason));
        Assert.Matches("^[0-9a-f]{32}$", failure.TraceId);
    }
}
