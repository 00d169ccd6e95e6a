namespace Hevlayer.Workers.Tests.Sources;

public sealed class HandlerTimeTests
{
    private readonly SourceBench _bench = new();

    [Fact]
    public void Mapper_TakesTooLong_HasFailedAndIsCancelled()
    {
        TimeSpan? cancelledAt = null;
        _bench.Queue.Send("slow");
        _bench.Start(
            async (_, cancellationToken) =>
            {
                using var registration = cancellationToken.Register(() => cancelledAt ??= _bench.Now);
                await _bench.PauseAsync(TimeSpan.FromMinutes(30), cancellationToken);
                return null;
            },
            static options => options.HandlerTimeout = TimeSpan.FromMinutes(1));

        _bench.RunUntilEmpty();

        Assert.InRange(cancelledAt!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.01));
        Assert.Equal(("slow", "The handler did not end within 00:01:00."), Assert.Single(_bench.Queue.DeadLetters));
        Assert.Equal(5, _bench.Queue.Of(QueueAction.Reject).Count);
    }

    [Fact]
    public void Mapper_IsCancelledByATokenOfItsOwn_HasFailedAndIsNotTakenForAnEnd()
    {
        _bench.Queue.Send("bad");
        _bench.Start(static (_, _) => throw new OperationCanceledException("my own time-out"));

        _bench.RunUntilEmpty();

        Assert.Contains("not the worker's", Assert.Single(_bench.Queue.DeadLetters).Reason, StringComparison.Ordinal);
        Assert.Equal(5, _bench.Queue.Of(QueueAction.Reject).Count);
    }

    [Fact]
    public void Mapper_DoesNotListen_IsLeftToItselfAndTheOthersGoOn()
    {
        var forever = new TaskCompletionSource<SourceDocument?>();
        _bench.Queue.Send("deaf", "good", "better");
        var worker = _bench.Start(
            (message, _) => message.Body.Id == "deaf" ? forever.Task : Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text)),
            static options => (options.HandlerTimeout, options.MaxConcurrentDocuments, options.Retry.MaxAttempts) = (TimeSpan.FromMinutes(1), 2, 1));

        _bench.RunUntilEmpty();

        Assert.Equal(["good", "better"], _bench.Shelf.StagedIds);
        Assert.Equal("deaf", Assert.Single(_bench.Queue.DeadLetters).DocumentId);
        Assert.Equal(1, worker.Status.Abandoned);
        forever.SetResult(null);
        _bench.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(0, worker.Status.Abandoned);
    }
}
