namespace Hevlayer.Workers;

/// <summary>Renews the lease of one message until it is no longer held, and tells when it is lost. Never dies of a failed renewal.</summary>
internal sealed class MessageKeeper(SourceParts parts, HeldMessage held)
{
    private readonly SourceCall _source = new(parts, held);

    public async Task RunAsync()
    {
        if (held is not { Terms: { } terms, Lease: { } lease })
        {
            return;
        }

        var succeeded = held.IsConfirmed || await RenewAsync(terms);
        while (!IsOver)
        {
            var pause = terms.Pause(succeeded, parts.Random.NextDouble());

            // A third of the lease counts from when the last renewal was sent, and not from when it was answered.
            var left = succeeded ? pause - lease.HeartbeatAge : pause;
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, parts.Clock, held.Ended).ContinueQuietlyAsync();
            if (!IsOver)
            {
                succeeded = await RenewAsync(terms);
            }
        }
    }

    private bool IsOver => held.Ended.IsCancellationRequested || held.Lost.IsCancellationRequested;

    private async Task<bool> RenewAsync(LeaseTerms terms)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Ended, held.Lost);
        try
        {
            long sentAt = 0;
            await _source.RunAsync(
                cancellationToken =>
                {
                    sentAt = parts.Clock.GetTimestamp();
                    return held.Message.ExtendAsync(terms.Lease, cancellationToken);
                },
                either.Token);
            held.Renew(sentAt);
            return true;
        }
        catch (MessageLostException exception)
        {
            parts.Log.RenewalRefused(held.DocumentId, exception.Message);
            held.Lose();
            return false;
        }
        catch (Exception exception)
        {
            if (!either.IsCancellationRequested)
            {
                parts.Telemetry.RenewalFailed();
                parts.Log.RenewalFailed(held.DocumentId, exception);
            }

            return false;
        }
    }
}
