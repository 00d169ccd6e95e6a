using System.Net;

namespace Hevlayer;

/// <summary>Polls until there is an answer, through transient failures.</summary>
/// <param name="clock">Clock of the pauses.</param>
/// <param name="interval">First pause.</param>
/// <param name="timeout">Longest time of all; null for no limit.</param>
/// <param name="failureTolerance">How long transient failures are tolerated.</param>
/// <param name="maxInterval">Bound of the pauses, which double up to it; null for pauses of one length.</param>
internal sealed class PollLoop(TimeProvider clock, TimeSpan interval, TimeSpan? timeout, TimeSpan failureTolerance, TimeSpan? maxInterval = null)
{
    // A call has a deadline of its own, which is never longer.
    private static readonly TimeSpan LongestPoll = TimeSpan.FromDays(1);

    private readonly long _started = clock.GetTimestamp();

    private TimeSpan _pause = interval;

    // Null when the last poll succeeded, and what the wait is for was just not there yet.
    private HevlayerException? _lastFailure;

    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    /// <summary>Polls until the result is not null.</summary>
    /// <param name="poll">One poll; null to go on.</param>
    /// <param name="whatIsMissing">End of the sentence that tells what the wait was for, asked when the time is over.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<T> UntilAsync<T>(Func<CancellationToken, Task<T?>> poll, Func<string> whatIsMissing, CancellationToken cancellationToken)
        where T : class
    {
        TimeSpan? failingSince = null;
        while (true)
        {
            try
            {
                if (await PollAsync(poll, cancellationToken).ConfigureAwait(false) is { } answer)
                {
                    return answer;
                }

                failingSince = null;
            }
            catch (HevlayerException exception) when (exception.IsTransient && Elapsed - (failingSince ??= Elapsed) < failureTolerance)
            {
                // The gateway may be available again at the next poll.
                _lastFailure = exception;
            }

            await PauseAsync(whatIsMissing, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether something may still appear; a route that the gateway does not have will not.</summary>
    public static bool IsNotThereYet(HevlayerException exception) =>
        exception is { StatusCode: HttpStatusCode.NotFound, IsRouteMissing: false };

    /// <summary>One poll, which ends with the wait; the last one, when no time is left, may take as long as the longest pause.</summary>
    private async Task<T?> PollAsync<T>(Func<CancellationToken, Task<T?>> poll, CancellationToken cancellationToken)
        where T : class
    {
        if (timeout is not { } limit || limit - Elapsed > LongestPoll)
        {
            return await PollOnceAsync(poll, cancellationToken).ConfigureAwait(false);
        }

        var left = limit - Elapsed;
        var least = maxInterval ?? _pause;
        using var deadline = new CancellationTokenSource(left > least ? left : least, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await PollOnceAsync(poll, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (linked.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _lastFailure = FailureBehind(exception) ?? _lastFailure;
            return null;
        }
    }

    private async Task<T?> PollOnceAsync<T>(Func<CancellationToken, Task<T?>> poll, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await poll(cancellationToken).ConfigureAwait(false);
        _lastFailure = null;
        return answer;
    }

    // A poll that is cut off had perhaps failed and was being retried.
    private static HevlayerException? FailureBehind(Exception? exception)
    {
        while (exception is not (null or HevlayerException))
        {
            exception = exception.InnerException;
        }

        return exception as HevlayerException;
    }

    private async Task PauseAsync(Func<string> whatIsMissing, CancellationToken cancellationToken)
    {
        var left = timeout - Elapsed;
        if (left <= TimeSpan.Zero)
        {
            var lastPoll = _lastFailure is null ? string.Empty : $" The last poll failed: {FailureName.Of(_lastFailure)}.";
            throw new HevlayerTimeoutException(
                FormattableString.Invariant($"After {timeout!.Value.TotalSeconds:0.###} s {whatIsMissing()}{lastPoll}"),
                _lastFailure);
        }

        await Task.Delay(left < _pause ? left.Value : _pause, clock, cancellationToken).ConfigureAwait(false);
        if (maxInterval is { } most)
        {
            _pause = _pause * 2 < most ? _pause * 2 : most;
        }
    }
}
