namespace Hevlayer.Workers;

/// <summary>Rows of a function as work for the engine.</summary>
internal sealed class FunctionAdapter(FunctionParts parts) : IWorkAdapter
{
    public bool IsLongPoll => false;

    public Task StartAsync()
    {
        var options = parts.Options;
        parts.Log.FunctionWorkerStarted(options.WorkerId, options.FunctionId, options.WorksFor ?? "any", options.Lease);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<HeldBatch>> TakeAsync(TakeContext context, CancellationToken cancellationToken)
    {
        await parts.Version.ReadyAsync(parts.Stopping);

        // The leases count from when the claim is sent, and nothing is sent before.
        var claim = new TakeContext(Limit(context.Limit), isLongPoll: false, parts.Clock);
        var holder = parts.Holders.Next();
        var rows = await parts.Gateway.ClaimAsync(claim.Limit, holder, cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        parts.Log.RowsClaimed(rows.Count, parts.Options.FunctionId, holder);
        var version = new ClaimedVersion(parts.Version, parts.Abort);
        return
        [
            new ClaimedRows(
                parts,
                holder,
                [.. rows.Select(row => new HeldRow(row, holder, claim.Begin(parts.Options.Lease), claim.TakenAt) { Version = version })]),
        ];
    }

    public ItemWork WorkOn(HeldItem item) => new FunctionWork(parts, (HeldRow)item);

    // The gateway counts the attempts: a worker that fails row after row must not use up those of all rows.
    private int Limit(int limit) => parts.Progress.FailureStreak >= TakePacing.StreakBeforePause ? 1 : limit;
}
