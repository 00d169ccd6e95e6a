using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Renews the leases of items that were taken together until none is held any more, and tells which are lost. Never dies of
/// a failed renewal.
/// </summary>
internal sealed class LeaseKeeper(HeldBatch batch, HeldItems held, string items, TimeProvider clock, Random random, EngineTelemetry telemetry, ILogger log)
{
    private long _sentAt = clock.GetTimestamp();

    public async Task RunAsync()
    {
        var lease = batch.Items[0].Lease;
        if (lease.Terms is not { } terms)
        {
            return;
        }

        // Counted from when the items were taken, and then from when a renewal was sent, not from when it was answered.
        var sinceSent = lease.RenewalAge;
        var succeeded = lease.IsConfirmed || await RenewAsync(terms);
        while (!batch.Ended.IsCancellationRequested)
        {
            var pause = terms.Pause(succeeded, random.NextDouble());
            var left = succeeded ? pause - sinceSent : pause;
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, batch.Ended).ContinueQuietlyAsync();
            if (!batch.Ended.IsCancellationRequested)
            {
                succeeded = await RenewAsync(terms);
                sinceSent = clock.GetElapsedTime(_sentAt);
            }
        }
    }

    private async Task<bool> RenewAsync(LeaseTerms terms)
    {
        _sentAt = clock.GetTimestamp();
        var due = Due(terms);
        if (due.Count == 0)
        {
            return true;
        }

        using var limit = new CancellationTokenSource(terms.CallLimit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, batch.Ended);
        try
        {
            await RenewAsync(due, stop.Token);
            return true;
        }
        catch (Exception exception)
        {
            if (!batch.Ended.IsCancellationRequested)
            {
                telemetry.RenewalFailed();
                log.RenewalFailed(due.Count, items, exception);
            }

            return false;
        }
    }

    private List<HeldItem> Due(LeaseTerms terms)
    {
        var due = new List<HeldItem>();
        foreach (var item in batch.Items.Where(held.Contains))
        {
            telemetry.RenewalDue(item.Lease.RenewalAge);

            // The call that settles an item ends its lease; the item is left out as long as its lease allows.
            if (item.Lease.IsSafe && (!item.Lease.IsSettling || item.Lease.TimeLeft < terms.Lease / 2))
            {
                due.Add(item);
            }
        }

        return due;
    }

    private async Task RenewAsync(List<HeldItem> due, CancellationToken cancellationToken)
    {
        var sentAt = clock.GetTimestamp();
        var renewed = await batch.RenewAsync(due, cancellationToken);
        if (renewed >= due.Count)
        {
            due.ForEach(item => item.Lease.Renew(sentAt));
        }
        else if (due is [var only])
        {
            // One that has ended in the meantime is not lost but done.
            if (held.Contains(only))
            {
                only.Lease.RenewalRefused();
            }
        }
        else
        {
            // Some leases are lost, but the reply does not say whose: ask for each half of those still held.
            var open = due.FindAll(held.Contains);
            var half = open.Count / 2;
            foreach (var part in (List<HeldItem>[])[open[..half], open[half..]])
            {
                if (part.Count > 0)
                {
                    await RenewAsync(part, cancellationToken);
                }
            }
        }
    }
}
