namespace Hevlayer.Workers;

/// <summary>Receives messages and starts the work on them, until the worker begins to end.</summary>
internal sealed class ReceiveLoop(SourceParts parts, RunningWork<HeldMessage> running)
{
    private int _failures;

    public async Task RunAsync()
    {
        while (!parts.Stopping.IsCancellationRequested)
        {
            parts.Status.ShowSign();
            try
            {
                await TurnAsync();
            }
            catch (OperationCanceledException) when (parts.Stopping.IsCancellationRequested)
            {
                // A pause was cut short, or the drain time ended the last receive.
            }
            catch (Exception exception)
            {
                var pause = LoopPacing.AfterFailure(++_failures, parts.Options.MaxErrorPause, parts.Random.NextDouble());
                parts.Status.ClaimFailed(exception.Message);
                parts.Log.ReceiveFailed(_failures, pause, exception);
                await PauseAsync(pause);
            }
        }
    }

    private async Task TurnAsync()
    {
        var size = ReceivePacing.Size(parts.Held.Count, parts.Options);
        if (size == 0)
        {
            // Without an end, a worker whose messages all wait would seem dead.
            await parts.Held.Left.WaitAsync(parts.Options.LivenessLimit / 4, parts.Clock, parts.Stopping);
            return;
        }

        var streak = parts.Status.FailureStreak;
        var holdBack = LoopPacing.AfterStreak(streak, parts.Options.MaxErrorPause, parts.Random.NextDouble());
        if (holdBack > TimeSpan.Zero)
        {
            parts.Log.ReceivesHeldBack(streak, holdBack);
            await PauseAsync(holdBack);
            parts.Stopping.ThrowIfCancellationRequested();
        }

        var sentAt = parts.Clock.GetTimestamp();
        var received = await ReceiveAsync(size, sentAt);
        _failures = 0;
        if (received == 0)
        {
            await PauseAsync(ReceivePacing.AfterNothing(parts.Clock.GetElapsedTime(sentAt), parts.Options));
        }
    }

    private async Task<int> ReceiveAsync(int size, long sentAt)
    {
        // Not cancelled by the stop signal: messages of a receive whose reply nobody reads would stay hidden until their
        // time is over.
        var context = new ReceiveContext { Limit = size, Clock = parts.Clock, Stopping = parts.Stopping };
        var messages = await parts.Feed.ReceiveAsync(context, parts.Abort);
        parts.Status.ClaimSucceeded(messages.Count);
        parts.Telemetry.Received(messages.Count);
        if (messages.Count > 0)
        {
            parts.Log.Received(messages.Count);
            running.Start(parts.Held.Add(messages, sentAt));
        }

        return messages.Count;
    }

    private Task PauseAsync(TimeSpan pause) => Task.Delay(pause, parts.Clock, parts.Stopping)
        .ContinueQuietlyAsync();
}
