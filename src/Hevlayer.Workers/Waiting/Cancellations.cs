namespace Hevlayer.Workers;

/// <summary>Waits for a token.</summary>
internal static class Cancellations
{
    /// <summary>Ends when the token is cancelled; no error.</summary>
    public static async Task CancelledAsync(this CancellationToken token)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (token.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), signal))
        {
            await signal.Task;
        }
    }
}
