namespace Hevlayer.Workers;

/// <summary>Does with a message what was decided, and repeats that while the source has trouble.</summary>
internal sealed class MessageSettlement(SourceParts parts, HeldMessage held)
{
    /// <summary>Pause after the first failure; it doubles.</summary>
    public TimeSpan FirstPause { get; init; } = parts.Options.Retry.BaseDelay;

    /// <summary>Longest pause between two failures.</summary>
    public TimeSpan LongestPause { get; init; } = parts.Options.Retry.MaxDelay;

    /// <summary>Longest time for one call.</summary>
    public TimeSpan CallLimit { get; init; } = held.CallLimit;

    /// <summary>Settles the message.</summary>
    /// <param name="cancellationToken">Ends the repeats.</param>
    /// <returns>False when it was cancelled and the message is still ours to settle; true when it is settled, lost, or left to come back by itself.</returns>
    public async Task<bool> SettleAsync(CancellationToken cancellationToken)
    {
        var end = held.Decision ?? MessageEnd.HandBack;
        var source = new SourceCall(parts, held) { Limit = CallLimit };
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, cancellationToken);
        for (var failures = 0; ;)
        {
            // What was lost meanwhile is not ours to settle, even when the timer of its lease is late.
            if (!held.IsSafe)
            {
                parts.Lose(held);
                return true;
            }

            try
            {
                await source.RunAsync(token => CallAsync(end.Rejection, token), either.Token);
                Note(end);
                return true;
            }
            catch (MessageLostException)
            {
                parts.Lose(held);
                return true;
            }
            catch (Exception exception) when (!either.IsCancellationRequested)
            {
                if (++failures == parts.Options.Retry.MaxSourceFailures)
                {
                    parts.Log.NotSettled(held.DocumentId, failures, exception);
                    return true;
                }

                parts.Log.SettlingFailed(held.DocumentId, failures, exception);
                var pause = RetryPause.After(failures, FirstPause, LongestPause, parts.Random.NextDouble());
                await Task.Delay(pause, parts.Clock, either.Token).ContinueQuietlyAsync();
            }
            catch (Exception) when (held.IsSafe)
            {
                return false;
            }
            catch (Exception)
            {
                // The next turn says that it is lost.
            }
        }
    }

    private Task CallAsync(Rejection? rejection, CancellationToken cancellationToken) => rejection is null
        ? held.Message.AcknowledgeAsync(cancellationToken)
        : held.Message.RejectAsync(rejection, cancellationToken);

    private void Note(MessageEnd end)
    {
        if (end.Rejection is not { } rejection)
        {
            return;
        }

        parts.Telemetry.Rejected(rejection, end.Cause);
        if (rejection.IsDeadLetter)
        {
            parts.Status.SetAside(new(held.DocumentId, rejection.Reason, held.Message.ReceiveCount, parts.Clock.GetUtcNow()));
        }
        else if (end.Cause == FaultKind.Stopped)
        {
            parts.Status.HandedBack(1);
        }
        else
        {
            parts.Log.MessageComesBack(held.DocumentId, rejection.Delay);
        }
    }
}
