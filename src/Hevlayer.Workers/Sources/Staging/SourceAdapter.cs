namespace Hevlayer.Workers;

/// <summary>Messages of a source as work for the engine.</summary>
internal sealed class SourceAdapter(SourceParts parts) : IWorkAdapter
{
    public bool IsLongPoll => true;

    public Task StartAsync()
    {
        parts.Log.SourceWorkerStarted(parts.Limits.Worker, parts.Options.PipelineId, parts.Options.MaxConcurrentDocuments);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<HeldBatch>> TakeAsync(TakeContext context, CancellationToken cancellationToken)
    {
        var messages = await ReceiveAsync(new ReceiveContext { Limit = context.Limit, Clock = parts.Clock, Stopping = parts.Stopping }, cancellationToken);
        if (messages.Count > 0)
        {
            parts.Log.Received(parts.Limits.Worker, messages.Count);
        }

        return [.. messages.Select(message => new HeldMessageBatch(parts, new(message, context.Begin(message.Lease), context.TakenAt, parts.Options.SourceTimeout)))];
    }

    public ItemWork WorkOn(HeldItem item) => new MessageWork(parts, (HeldMessage)item);

    // A receive is given up only when it would keep the worker from working at all.
    private async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken)
    {
        var time = parts.Options.LivenessLimit / 2;
        using var limit = new CancellationTokenSource(time, parts.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, parts.Abort, cancellationToken);
        var work = parts.Feed.ReceiveAsync(context, end.Token);
        if (!await Bounded.EndsAsync(work, parts.Options.Shutdown.CancelGrace, parts.Clock, end.Token))
        {
            parts.Progress.Abandon(work);
            throw new TimeoutException("The source was cancelled and is still running; the worker no longer waits for the call.");
        }

        try
        {
            return await work;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !parts.Abort.IsCancellationRequested)
        {
            throw new TimeoutException($"The source gave nothing and did not end within {time}.", exception);
        }
    }
}
