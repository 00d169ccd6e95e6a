namespace Hevlayer.Workers;

/// <summary>Asks the gateway whether a document is still ours, where the clock alone does not suffice.</summary>
internal sealed class LeaseCheck(DocumentParts parts, HeldDocument held)
{
    /// <summary>False when the document was staged again or is another's.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var sentAt = parts.Clock.GetTimestamp();
        if (await parts.Gateway.HeartbeatAsync([held.Id], held.Holder, cancellationToken) == 0)
        {
            held.Lease.RenewalRefused();
            return false;
        }

        held.Lease.Renew(sentAt);
        return held.Lease.IsSafe;
    }
}
