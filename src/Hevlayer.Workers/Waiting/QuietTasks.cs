namespace Hevlayer.Workers;

/// <summary>Waits whose end matters and whose error does not.</summary>
internal static class QuietTasks
{
    /// <summary>Ends with the task, however that ends.</summary>
    public static async Task ContinueQuietlyAsync(this Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
