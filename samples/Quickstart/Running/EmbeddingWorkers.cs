using System.Globalization;
using Microsoft.Extensions.AI;

namespace Hevlayer.Quickstart;

/// <summary>Claims documents, has them embedded and keeps their leases, for as long as the rest of the run lasts.</summary>
internal sealed class EmbeddingWorkers
{
    // Enough to be busy during the next claim, few enough that a killed run leaves little behind.
    private const int DocumentsPerClaim = 4;

    private const int MostClaimFailures = 5;

    // A call in flight ends and held documents are released within this time after a stop.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly HevlayerClient _layer;
    private readonly Session _session;
    private readonly string _workerId;
    private readonly LeaseKeeper _leases;
    private readonly DocumentWork _work;

    public EmbeddingWorkers(HevlayerClient layer, IEmbeddingGenerator<string, Embedding<float>> embedder, Session session)
    {
        _layer = layer;
        _session = session;
        _workerId = string.Create(
            CultureInfo.InvariantCulture,
            $"quickstart-{Environment.MachineName}-{Environment.ProcessId}-{session.Clock.GetUtcNow().ToUnixTimeMilliseconds():x}");
        _leases = new(layer, session.Options.Pipeline, _workerId, session.Options.Lease, session.Clock);
        _work = new(layer, embedder, session, _workerId);
    }

    /// <summary>Works while something else runs. When either fails the other one stops; what is still held is released at the end.</summary>
    /// <param name="action">What runs meanwhile, such as staging and waiting.</param>
    /// <param name="cancellationToken">Stops both.</param>
    public async Task<T> WhileAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _session.Clock);
        using var limit = stop.Token.Register(() => late.CancelAfter(StopLimit));

        var tasks = Enumerable.Range(0, _session.Options.Concurrency)
            .Select(_ => WorkAsync(stop.Token, late.Token))
            .Append(_leases.RunAsync(stop.Token))
            .ToArray();
        var acting = action(stop.Token);
        try
        {
            if (await Task.WhenAny([acting, .. tasks]) is var first && first != acting)
            {
                await first;
            }

            return await acting;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([acting, .. tasks]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReleaseAsync(late.Token);
        }
    }

    private async Task WorkAsync(CancellationToken stop, CancellationToken late)
    {
        var failures = 0;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var claimed = await ClaimAsync(++failures, late);
            failures = claimed is null ? failures : 0;
            foreach (var document in claimed ?? [])
            {
                await _work.DoAsync(document, stop, late);
                _leases.Held.Remove(document);
                document.Dispose();
            }

            if (claimed is not { Count: > 0 })
            {
                await Task.Delay(_session.IdlePause, _session.Clock, stop);
            }
        }
    }

    // Not stopped halfway: documents claimed by a call whose reply nobody read would wait for their lease to end.
    private async Task<IReadOnlyList<HeldDocument>?> ClaimAsync(int attempt, CancellationToken late)
    {
        var claimedAt = _session.Clock.GetTimestamp();
        try
        {
            var claim = await _layer.ClaimDocumentsAsync(
                _session.Options.Pipeline,
                new() { WorkerId = _workerId, Limit = DocumentsPerClaim, LeaseSeconds = (long)_session.Options.Lease.TotalSeconds },
                late);
            _session.Progress.Claimed(claim.Documents.Count);
            return _leases.Held.Add(claim.Documents, claimedAt);
        }
        catch (HevlayerException exception) when (exception.IsTransient && attempt < MostClaimFailures)
        {
            return null;
        }
    }

    private async Task ReleaseAsync(CancellationToken late)
    {
        var ids = _leases.Held.All.Select(document => document.Id).ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        try
        {
            await _layer.ReleaseDocumentsAsync(_session.Options.Pipeline, ids, _workerId, DocumentStage.Embedding, late);
        }
        catch (Exception exception) when (exception is HevlayerException or OperationCanceledException)
        {
            _session.Notes.Add($"{ids.Length} documents could not be released; they are free again when their lease ends, after at most {_session.Options.Lease.TotalSeconds:0} s.");
        }
    }
}
