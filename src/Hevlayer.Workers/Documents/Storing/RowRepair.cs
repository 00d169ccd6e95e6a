namespace Hevlayer.Workers;

/// <summary>Clears up after an attempt that lost its document.</summary>
internal sealed class RowRepair(DocumentParts parts, HeldDocument held)
{
    private long _version;
    private IReadOnlyList<string> _ids = [];
    private bool _isByContent;
    private bool _mayHaveWritten;

    /// <summary>Whether rows were written that nobody else writes over: their ids follow from the content.</summary>
    public bool IsNeededInDoubt => _mayHaveWritten && _isByContent;

    private TimeSpan ReleaseTime => parts.Options.Shutdown.ReleaseTime;

    /// <summary>Rows are about to be written.</summary>
    /// <param name="version">Their version.</param>
    /// <param name="ids">Their ids.</param>
    /// <param name="isByContent">Whether ids follow from the content: newer rows of the document may have none of these.</param>
    public void Begin(long version, IReadOnlyList<string> ids, bool isByContent)
    {
        _version = version;
        _ids = ids;
        _isByContent = isByContent;
        _mayHaveWritten = true;
    }

    /// <summary>
    /// Takes care that rows of an attempt which lost its document do not stay beside newer ones. A write that was given up,
    /// or was retried, may arrive late, so that is looked into once more.
    /// </summary>
    public async Task RunAsync()
    {
        if (!_mayHaveWritten)
        {
            return;
        }

        await ClearAsync(mayPutBack: true);
        await Task.Delay(parts.Options.LateWriteDelay, parts.Clock, parts.Abort).ContinueQuietlyAsync();
        await ClearAsync(mayPutBack: true);
    }

    /// <summary>
    /// The same for a document that is in its last stage, when nobody can say whether it was brought there by us or, with
    /// newer rows, by somebody else. False when the worker ends before.
    /// </summary>
    public async Task<bool> RunLaterAsync()
    {
        await Task.Delay(parts.Options.LateWriteDelay, parts.Clock, parts.Stopping).ContinueQuietlyAsync();
        if (!parts.Stopping.IsCancellationRequested)
        {
            await ClearAsync(mayPutBack: true);
        }

        return !parts.Stopping.IsCancellationRequested;
    }

    /// <summary>The same at the end of the worker, when the document may well be indexed by our own last call.</summary>
    public Task RunAtEndAsync() => _mayHaveWritten ? ClearAsync(mayPutBack: false) : Task.CompletedTask;

    private async Task ClearAsync(bool mayPutBack)
    {
        var retry = parts.Limits.Retry;
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Clock);
        using var last = parts.Abort.UnsafeRegister(_ => end.CancelAfter(ReleaseTime / 2), null);
        for (var failures = 0; !end.IsCancellationRequested && failures < retry.MaxTransientFailures;)
        {
            // At the end of the worker, a call that is lost must leave time for another, also one that had begun before.
            using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Clock);
            using var late = parts.Abort.UnsafeRegister(_ => limit.CancelAfter(ReleaseTime / 8), null);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, end.Token);
            try
            {
                await ClearOnceAsync(mayPutBack, stop.Token);
                return;
            }
            catch (Exception exception)
            {
                parts.Log.RepairFailed(held.Id, ++failures, exception);
                var pause = parts.Abort.IsCancellationRequested ? ReleaseTime / 16 : retry.PauseAfter(failures, parts.Random.NextDouble());
                await Task.Delay(pause, parts.Clock, end.Token).ContinueQuietlyAsync();
            }
        }
    }

    private async Task ClearOnceAsync(bool mayPutBack, CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(cancellationToken);
        if (newest < _version)
        {
            return;
        }

        if (newest > _version)
        {
            // Newer rows were there before ours: ours are leftovers, where they did not meet one.
            await parts.Gateway.DeleteVersionAsync(held.Id, _version, cancellationToken);
        }
        else if (mayPutBack && await parts.Gateway.MoveFromAsync([held.Id], DocumentStage.Indexed, parts.Options.Stage, cancellationToken) > 0)
        {
            // Whoever indexes it next removes them. Nobody has to when it is not indexed yet.
            parts.Log.PutBack(held.Id);
        }
        else if (await parts.Gateway.MoveFromAsync([held.Id], DocumentStage.Failed, DocumentStage.Failed, cancellationToken) > 0)
        {
            // Staged without chunks meanwhile, or broken: nobody writes over our rows any more.
            await parts.Gateway.DeleteVersionAsync(held.Id, version: _version, cancellationToken);
        }
    }

    // The newest version of the document where rows of ours are there; 0 where they are not.
    private async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        var versions = await parts.Gateway.VersionsAsync(_ids, cancellationToken);
        return !versions.Contains(_version) ? 0
            : _isByContent ? Math.Max(versions.Max(), await parts.Gateway.NewestVersionAsync(held.Id, cancellationToken) ?? 0)
            : versions.Max();
    }
}
