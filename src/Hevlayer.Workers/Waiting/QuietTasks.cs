namespace Hevlayer.Workers;

/// <summary>Waits whose end matters and whose error does not, or is looked at like a result.</summary>
internal static class QuietTasks
{
    /// <summary>Ends with the task, however that ends.</summary>
    public static async Task ContinueQuietlyAsync(this Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>The error of a task that fails.</summary>
    public static async Task<Exception> ErrorAsync(this Task task)
    {
        try
        {
            await task;
            throw new InvalidOperationException("The work has not failed.");
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
