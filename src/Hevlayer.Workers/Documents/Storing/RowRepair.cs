namespace Hevlayer.Workers;

/// <summary>Clears up after an attempt that lost its document, or may have lost it.</summary>
internal sealed class RowRepair(DocumentParts parts, HeldDocument held)
{
    // An hour with the default delay; a document that is gone looks like one that somebody holds.
    private const int MostLooks = 60;

    private IRowLook? _look;
    private bool _isCleared = true;
    private bool _isOneLost;
    private bool _mayArriveLate;

    private TimeSpan ReleaseTime => parts.Options.Shutdown.ReleaseTime;

    /// <summary>Whether rows were written, or may have been.</summary>
    public bool IsNeeded => _look is not null;

    /// <summary>
    /// Whether rows may still be left, since every look failed or came too early: whoever takes this worker's place has to look.
    /// </summary>
    public bool IsOpen => !_isCleared;

    /// <summary>Rows are about to be written.</summary>
    /// <param name="look">Finds them again.</param>
    public void Begin(IRowLook look) => (_look, _isOneLost, _mayArriveLate) = (look, _mayArriveLate, true);

    /// <summary>The writes have been answered: they cannot arrive any more, unless an earlier one was given up.</summary>
    public void Answered() => _mayArriveLate = _isOneLost;

    /// <summary>
    /// Takes care that rows of an attempt which lost its document do not stay beside newer ones. A write that was given up,
    /// or was retried, may arrive late, so that is looked into once more, and on while somebody works on the document.
    /// </summary>
    public async Task RunAsync()
    {
        if (_look is not null)
        {
            await ClearAsync(LookCause.Lost);
            await RunLaterAsync(LookCause.Lost, parts.Abort);
        }
    }

    /// <summary>The same when it is not known who brought the document to its last stage. A worker that ends looks at once.</summary>
    public Task RunLaterAsync() => RunLaterAsync(LookCause.InDoubt, parts.Stopping);

    /// <summary>The same at the end of the worker, when the document may well be indexed by our own last call.</summary>
    public async Task RunAtEndAsync()
    {
        if (_look is not null)
        {
            _isCleared = await ClearAsync(LookCause.Ending) && !_mayArriveLate;
        }
    }

    private async Task RunLaterAsync(LookCause cause, CancellationToken ending)
    {
        for (var looks = 1; ; looks++)
        {
            await Task.Delay(parts.Options.LateWriteDelay, parts.Clock, ending).ContinueQuietlyAsync();
            var isEarly = ending.IsCancellationRequested && looks == 1 && _mayArriveLate;
            _isCleared = await ClearAsync(cause) && !isEarly;
            if (_isCleared || looks == MostLooks || ending.IsCancellationRequested)
            {
                return;
            }
        }
    }

    // False while somebody else holds the document, and where every look failed.
    private async Task<bool> ClearAsync(LookCause cause)
    {
        var retry = parts.Limits.Retry;
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Clock);
        using var last = parts.Abort.UnsafeRegister(_ => end.CancelAfter(ReleaseTime / 2), null);
        for (var failures = 0; !end.IsCancellationRequested && failures < retry.MaxTransientFailures;)
        {
            try
            {
                return await _look!.ClearAsync(cause, new LookCalls(parts, held.Id, end.Token));
            }
            catch (Exception exception)
            {
                parts.Log.RepairFailed(held.Id, ++failures, exception);
                var pause = parts.Abort.IsCancellationRequested ? ReleaseTime / 16 : retry.PauseAfter(failures, parts.Random.NextDouble());
                await Task.Delay(pause, parts.Clock, end.Token).ContinueQuietlyAsync();
            }
        }

        return false;
    }
}
