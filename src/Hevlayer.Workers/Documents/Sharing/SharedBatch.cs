using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers;

/// <summary>Documents whose call is under way.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer to release, and a late cancellation may still use it.")]
internal sealed class SharedBatch<TContent, TResult>(IReadOnlyList<SharedCall<TContent, TResult>> calls)
{
    private readonly CancellationTokenSource _cancel = new();

    public IReadOnlyList<SharedCall<TContent, TResult>> Calls => calls;

    /// <summary>Cancelled when none of the documents waits for it any more.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    public bool IsOver => calls.All(static call => call.IsOver);

    public void Cancel() => _cancel.Cancel();
}
