namespace Hevlayer;

/// <summary>Waits for jobs, which all end in the same two ways.</summary>
internal static class JobWait
{
    /// <summary>The options, checked; to be called before a job is started that nobody would then wait for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A pause or the limit is not more than zero.</exception>
    public static JobWaitOptions Checked(JobWaitOptions? options)
    {
        options ??= new();
        Require.Positive(options.FirstInterval, "options.FirstInterval");
        Require.Positive(options.MaxInterval, "options.MaxInterval");
        Require.Positive(options.Timeout, "options.Timeout");
        Require.NotNegative(options.FailureTolerance, "options.FailureTolerance");
        return options;
    }

    /// <summary>Waits for a job that was just started, and may have ended already.</summary>
    public static async Task<TJob> UntilDoneAsync<TJob>(
        ClientScope scope,
        TJob started,
        Func<TJob, JobState> stateOf,
        Func<string, CancellationToken, Task<TJob>> poll,
        JobWaitOptions options,
        CancellationToken cancellationToken)
        where TJob : class =>
        Done(scope, started, stateOf) ?? await UntilDoneAsync(scope, stateOf(started).Id, stateOf, poll, options, cancellationToken).ConfigureAwait(false);

    /// <summary>Waits for a job of which only the id is known.</summary>
    public static async Task<TJob> UntilDoneAsync<TJob>(
        ClientScope scope,
        string id,
        Func<TJob, JobState> stateOf,
        Func<string, CancellationToken, Task<TJob>> poll,
        JobWaitOptions options,
        CancellationToken cancellationToken)
        where TJob : class
    {
        TJob? last = null;
        var loop = new PollLoop(scope.Clock, options.FirstInterval, options.Timeout, options.FailureTolerance, options.MaxInterval);
        return await loop.UntilAsync(
            async token =>
            {
                last = await poll(id, token).ConfigureAwait(false);
                return Done(scope, last, stateOf);
            },
            () => last is null
                ? $"the gateway has not answered for the job '{id}'."
                : FormattableString.Invariant($"the job '{id}' is still {stateOf(last).Status} ({stateOf(last).Progress:P0})."),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The job when it has ended well, null while it runs.</summary>
    private static TJob? Done<TJob>(ClientScope scope, TJob job, Func<TJob, JobState> stateOf)
        where TJob : class
    {
        var state = stateOf(job);
        return state.Status == JobStatus.Failed
            ? throw new JobFailedException($"The job '{state.Id}' failed: {Reason(scope, state)}.", state.Id)
            : state.Status == JobStatus.Completed ? job : null;
    }

    // The vector store's own words, and it was perhaps sent the key.
    private static string Reason(ClientScope scope, JobState state) =>
        state.Error is { } error ? scope.WithoutKeys(error) : "the gateway gave no reason";
}
