namespace Hevlayer.Quickstart;

/// <summary>Keeps the leases of all held documents alive, and tells which are lost.</summary>
internal sealed class LeaseKeeper(IHevlayerClient layer, string pipeline, string workerId, TimeSpan lease, TimeProvider clock)
{
    private readonly LeaseRules _rules = new(lease);

    public HeldDocuments Held { get; } = new();

    /// <summary>Beats until it is stopped. A heartbeat that fails in passing is repeated, never forgotten.</summary>
    /// <param name="cancellationToken">Stops the beating.</param>
    /// <exception cref="HevlayerException">The gateway refused for good.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pause = _rules.Interval;
        while (true)
        {
            await Task.Delay(pause, clock, cancellationToken);
            pause = await BeatAsync(Held.All, cancellationToken) ? _rules.Interval : _rules.RetryPause;
            LoseThoseThatAreOver();
        }
    }

    private async Task<bool> BeatAsync(IReadOnlyList<HeldDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return true;
        }

        using var limit = new CancellationTokenSource(_rules.CallLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await RenewAsync(documents, either.Token);
            return true;
        }
        catch (HevlayerException exception) when (exception.IsTransient)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task RenewAsync(IReadOnlyList<HeldDocument> documents, CancellationToken cancellationToken)
    {
        var sentAt = clock.GetTimestamp();
        var ids = documents.Select(document => document.Id).ToArray();
        var reply = await layer.HeartbeatAsync(pipeline, ids, workerId, DocumentStage.Embedding, cancellationToken);
        if (reply.Updated >= ids.Length)
        {
            foreach (var document in documents)
            {
                document.Renew(sentAt);
            }
        }
        else if (documents is [var only])
        {
            only.Lose();
        }
        else
        {
            // Some leases are lost, but the reply does not say whose: ask for each half.
            await RenewAsync([.. documents.Take(documents.Count / 2)], cancellationToken);
            await RenewAsync([.. documents.Skip(documents.Count / 2)], cancellationToken);
        }
    }

    private void LoseThoseThatAreOver()
    {
        foreach (var document in Held.All.Where(document => _rules.IsOver(clock.GetElapsedTime(document.RenewedAt))))
        {
            document.Lose();
        }
    }
}
