using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>Keeps the leases of all held documents alive, and tells which are lost. Never dies of a failed heartbeat.</summary>
internal sealed class LeaseKeeper(IPipelineGateway gateway, HeldDocuments held, LeaseTerms terms, TimeProvider clock, Random random, WorkerTelemetry telemetry, ILogger log)
{
    /// <summary>Beats until it is stopped.</summary>
    /// <param name="stop">Stops the beating; no error.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var succeeded = true;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(terms.Pause(succeeded, random.NextDouble()), clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (!stop.IsCancellationRequested)
            {
                succeeded = await BeatAsync(Due(), stop);
            }
        }
    }

    private IReadOnlyList<HeldDocument> Due()
    {
        var documents = held.All;
        foreach (var document in documents)
        {
            telemetry.HeartbeatAge(document.HeartbeatAge);
        }

        // A document that is being settled leaves its stage by that; it is left out as long as its lease allows.
        return [.. documents.Where(document => document.IsSafe && (!document.IsSettling || document.TimeLeft < terms.Lease / 2))];
    }

    private async Task<bool> BeatAsync(IReadOnlyList<HeldDocument> documents, CancellationToken stop)
    {
        if (documents.Count == 0)
        {
            return true;
        }

        using var limit = new CancellationTokenSource(terms.CallLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            // Each claim has a holder of its own, and a heartbeat speaks for one.
            await documents.GroupBy(static document => document.Holder).Select(held => RenewAsync([.. held], either.Token)).AllAsync();
            return true;
        }
        catch (Exception exception)
        {
            if (!stop.IsCancellationRequested)
            {
                telemetry.HeartbeatFailed();
                log.HeartbeatFailed(documents.Count, exception);
            }

            return false;
        }
    }

    private async Task<bool> RenewAsync(List<HeldDocument> documents, CancellationToken cancellationToken)
    {
        var sentAt = clock.GetTimestamp();
        var updated = await gateway.HeartbeatAsync([.. documents.Select(static document => document.Id)], documents[0].Holder, cancellationToken);
        if (updated >= documents.Count)
        {
            foreach (var document in documents)
            {
                document.Renew(sentAt);
            }
        }
        else if (documents is [var only])
        {
            // One that has ended in the meantime is not lost but done.
            if (held.Contains(only))
            {
                only.SeeGone();
            }
        }
        else
        {
            // Some leases are lost, but the reply does not say whose: ask for each half of those still held.
            var open = documents.Where(held.Contains).ToList();
            var half = open.Count / 2;
            foreach (var part in (List<HeldDocument>[])[open[..half], open[half..]])
            {
                if (part.Count > 0)
                {
                    await RenewAsync(part, cancellationToken);
                }
            }
        }

        return true;
    }
}
