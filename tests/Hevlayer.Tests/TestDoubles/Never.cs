namespace Hevlayer.Tests;

/// <summary>Something that never happens.</summary>
internal static class Never
{
    /// <summary>Waits until it is cancelled, and goes on from there without a change of thread.</summary>
    public static async Task<T> ComesAsync<T>(CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource<T>();
        await using var registration = cancellationToken.Register(() => end.TrySetCanceled(cancellationToken));
        return await end.Task;
    }
}
