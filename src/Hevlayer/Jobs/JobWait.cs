namespace Hevlayer;

/// <summary>Waits for jobs, which all end in the same two ways.</summary>
internal static class JobWait
{
    public static async Task<TJob> UntilDoneAsync<TJob>(
        TimeProvider clock,
        TJob job,
        Func<TJob, JobState> stateOf,
        Func<string, CancellationToken, Task<TJob>> look,
        JobWaitOptions? options,
        CancellationToken cancellationToken)
        where TJob : class
    {
        options ??= new();
        Require.Positive(options.FirstInterval, "options.FirstInterval");
        Require.Positive(options.MaxInterval, "options.MaxInterval");
        Require.Positive(options.Timeout, "options.Timeout");
        if (Done(job, stateOf) is { } done)
        {
            return done;
        }

        var id = stateOf(job).Id;
        var loop = new PollLoop(clock, options.FirstInterval, options.Timeout, options.FailureTolerance, options.MaxInterval);
        return await loop.UntilAsync(
            async token =>
            {
                job = await look(id, token).ConfigureAwait(false);
                return Done(job, stateOf);
            },
            () => FormattableString.Invariant($"the job '{id}' is still {stateOf(job).Status} ({stateOf(job).Progress:P0})."),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The job when it has ended well, null while it runs.</summary>
    private static TJob? Done<TJob>(TJob job, Func<TJob, JobState> stateOf)
        where TJob : class
    {
        var state = stateOf(job);
        return state.Status == JobStatus.Failed
            ? throw new JobFailedException($"The job '{state.Id}' failed: {state.Error ?? "the gateway gave no reason"}.", state.Id)
            : state.Status == JobStatus.Completed ? job : null;
    }
}
