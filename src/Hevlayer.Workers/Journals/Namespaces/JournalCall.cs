namespace Hevlayer.Workers;

/// <summary>A question to a journal, or an event for it, on its way.</summary>
/// <param name="documentIds">The documents.</param>
/// <param name="change">What happened to the one document; null for a question.</param>
internal sealed class JournalCall(IReadOnlyList<string> documentIds, AttemptEvent? change)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> DocumentIds => documentIds;

    public AttemptEvent? Change => change;

    /// <summary>Whether the call is for nothing once nobody waits for it.</summary>
    public bool MayBeGivenUp => change is null or { Kind: AttemptEventKind.Begun };

    /// <summary>Whether a later call may still say it: that something is over stays true, and is idempotent.</summary>
    public bool MayComeLate => change is { Kind: AttemptEventKind.Settled or AttemptEventKind.Released };

    /// <summary>The answer to a question.</summary>
    public Dictionary<string, AttemptHistory> Histories { get; } = new(StringComparer.Ordinal);

    public Task Done => _done.Task;

    public void Succeed() => _done.TrySetResult();

    public void Fail(Exception exception) => _done.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _done.TrySetCanceled(cancellationToken);
}
