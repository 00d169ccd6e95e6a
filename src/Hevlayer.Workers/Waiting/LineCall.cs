namespace Hevlayer.Workers;

/// <summary>A call on its way through a <see cref="CallLine{TCall}"/>.</summary>
internal abstract class LineCall
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the call is for nothing once nobody waits for it.</summary>
    public abstract bool MayBeGivenUp { get; }

    /// <summary>Whether it goes along with a later batch when its own failed: what it says stays true, and is idempotent.</summary>
    public abstract bool MayComeLate { get; }

    public Task Done => _done.Task;

    public void Succeed() => _done.TrySetResult();

    public void Fail(Exception exception) => _done.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _done.TrySetCanceled(cancellationToken);
}
