namespace Hevlayer.Workers;

/// <summary>One message: a source renews and takes back each by a call of its own.</summary>
internal sealed class HeldMessageBatch(SourceParts parts, HeldMessage held) : HeldBatch([held])
{
    // The worker ends, and had not begun with the message or not come to its end.
    private static readonly Decision Release = Decision.Return(Fault.Stopped, TimeSpan.Zero);

    private readonly MessageEnding _ending = new(parts, held);

    public override async Task<long> RenewAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken)
    {
        try
        {
            await new SourceCall(parts, held).RunAsync(token => held.Message.ExtendAsync(held.Lease.Terms!.Lease, token), cancellationToken);
            return 1;
        }
        catch (MessageLostException exception)
        {
            parts.Log.RenewalRefused(held.Id, exception.Message);
            return 0;
        }
    }

    // What was decided before is done all the same, and is no release.
    public override async Task<long> ReleaseAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken)
    {
        var decision = held.Decision ?? Release;
        if (await _ending.RunAsync(decision, cancellationToken))
        {
            return decision == Release ? 1 : 0;
        }

        parts.Progress.LeaseLost();
        parts.Telemetry.LeaseLost();
        parts.Log.LeaseLost(held.Id);
        return 0;
    }
}
