using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Tests;

public sealed class HandlerTimeoutTests
{
    private readonly Bench _bench = new();
    private int _calls;

    [Fact]
    public void Handler_CancelledByATokenOfItsOwn_IsAFailureOfTheDocument()
    {
        _bench.Stage("a");
        var worker = _bench.Start(
            async (document, cancellationToken) =>
            {
                _calls++;
                using var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5), document.Clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(own.Token, timeout.Token);
                await Task.Delay(TimeSpan.FromDays(1), document.Clock, either.Token);
                return WorkHandler.Rows(document);
            },
            static options => options.Retry.MaxAttempts = 3);

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal(3, _calls);
        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal("The handler was cancelled by a token that is not the worker's.", Assert.Single(worker.Status.RecentFailures).Reason);
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Equal(0, worker.Status.Released);
    }

    [Fact]
    public void Handler_CancelledByATokenOfItsOwnOnce_IsTriedAgain()
    {
        _bench.Stage("a");
        var worker = _bench.Start((document, _) => _calls++ == 0
            ? throw new TaskCanceledException("A request took too long.")
            : Task.FromResult(WorkHandler.Rows(document)));

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(2, _calls);
    }

    [Fact]
    public void Handler_TakesTooLong_IsAFailureOfTheDocument()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(5)), static options =>
        {
            options.HandlerTimeout = TimeSpan.FromMinutes(2);
            options.Retry.MaxAttempts = 2;
        });

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal("The handler did not end within 00:02:00.", Assert.Single(worker.Status.RecentFailures).Reason);
        Assert.Equal(2, Assert.Single(worker.Status.RecentFailures).Attempts);
        Assert.InRange(_bench.Now, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(4.1));
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Equal(0, worker.Status.Abandoned);
    }

    [Fact]
    public void Handler_AnswersItsTimeOutWithAnErrorOfItsOwn_IsStillATimeOut()
    {
        _bench.Stage("a");
        var worker = _bench.Start(
            static async (document, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromHours(1), document.Clock, cancellationToken).ContinueQuietlyAsync();
                throw new IOException("The connection was closed.");
            },
            static options =>
            {
                options.HandlerTimeout = TimeSpan.FromMinutes(2);
                options.Retry.MaxAttempts = 1;
            });

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal("The handler did not end within 00:02:00.", Assert.Single(worker.Status.RecentFailures).Reason);
    }

    [Fact]
    public void Handler_DoesNotListen_IsLeftToItselfAndCounted()
    {
        _bench.Stage("deaf", "b");
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var worker = _bench.Start(
            async (document, _) =>
            {
                if (document.Id == "deaf")
                {
                    await release.Task;
                }

                return WorkHandler.Rows(document);
            },
            static options =>
            {
                options.HandlerTimeout = TimeSpan.FromMinutes(2);
                options.MaxConcurrentDocuments = 1;
                options.Retry.MaxAttempts = 1;
            });

        // Its place is free for others as soon as the grace is over.
        _bench.RunUntil(() => worker.Status.Completed == 1);
        Assert.Equal("indexed", _bench.StageOf("b"));
        Assert.InRange(_bench.Now, TimeSpan.FromSeconds(122), TimeSpan.FromSeconds(125));
        Assert.Equal(1, worker.Status.Abandoned);
        Assert.Equal("failed", _bench.StageOf("deaf"));
        Assert.Equal(LogLevel.Error, Assert.Single(worker.Log.Of(LogIds.HandlerAbandoned)).Level);

        worker.Node.Run(release.SetResult);
        _bench.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(0, worker.Status.Abandoned);
        Assert.Equal("failed", _bench.StageOf("deaf"));
        Assert.DoesNotContain(worker.Gateway.Of(CallKind.WriteRows), static call => call.Ids is ["deaf"]);
    }

    [Fact]
    public void Handler_EndsWithinTheGrace_ItsResultCounts()
    {
        _bench.Stage("a");
        var worker = _bench.Start(
            static async (document, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromHours(1), document.Clock, cancellationToken).ContinueQuietlyAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), document.Clock, CancellationToken.None);
                return WorkHandler.Rows(document);
            },
            static options => options.HandlerTimeout = TimeSpan.FromMinutes(2));

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(0, worker.Status.Abandoned);
    }

    [Fact]
    public void Handler_ThrowsBeforeItWaits_IsAFailureOfTheDocument()
    {
        _bench.Stage("a", "b");
        var worker = _bench.Start(
            static (document, _) => document.Id == "a" ? throw new FormatException("no") : Task.FromResult(WorkHandler.Rows(document)),
            static options => options.Retry.MaxAttempts = 2);

        _bench.RunUntil(() => worker.Status is { Failed: 1, Completed: 1 });

        Assert.Equal("FormatException: no", Assert.Single(worker.Status.RecentFailures).Reason);
        Assert.Equal("indexed", _bench.StageOf("b"));
    }

    [Fact]
    public void Handler_GivesNoOutcome_IsAFailureOfTheDocument()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static (_, _) => Task.FromResult<DocumentOutcome>(null!), static options => options.Retry.MaxAttempts = 2);

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal("The handler gave no outcome.", Assert.Single(worker.Status.RecentFailures).Reason);
    }
}
