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

    /// <summary>The results of tasks that run at the same time, in their order; the first error when one fails, after all have ended.</summary>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(this IEnumerable<Task<T>> tasks)
    {
        // Task.WhenAll would take its tasks' ends from the thread pool, and with them the order in which things happen.
        List<Task<T>> started = [.. tasks];
        foreach (var task in started)
        {
            await task.ContinueQuietlyAsync();
        }

        var results = new List<T>(started.Count);
        foreach (var task in started)
        {
            results.Add(await task);
        }

        return results;
    }
}
