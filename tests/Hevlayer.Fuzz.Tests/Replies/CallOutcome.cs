using System.Diagnostics;

namespace Hevlayer.Fuzz.Tests.Replies;

/// <summary>What one call came to.</summary>
/// <param name="Result">What was read; null when nothing was, or the operation has no result.</param>
/// <param name="Error">What was thrown.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Allocated">Bytes that it allocated; 0 when it ended on another thread than it began on.</param>
internal sealed record CallOutcome(object? Result, Exception? Error, TimeSpan Elapsed, long Allocated)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private const long MostBytes = 32L * 1024 * 1024;

    public static async Task<CallOutcome> OfAsync(Func<Task<object?>> call)
    {
        var (thread, before, began) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        object? result = null;
        Exception? error = null;
        try
        {
            result = await call();
        }
        catch (Exception exception)
        {
            error = exception;
        }

        var allocated = Environment.CurrentManagedThreadId == thread ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
        return new CallOutcome(result, error, Stopwatch.GetElapsedTime(began), allocated);
    }

    /// <summary>What no reply may lead to; null when it led to nothing of the kind.</summary>
    public string? Fault() => this switch
    {
        { Error: not null and not HevlayerException } => Error.ToString(),
        { Error: { } error } when error.ToString().Contains(FuzzedGateway.ApiKey, StringComparison.Ordinal) => $"the key is told: {error}",
        { Error: HevlayerException { Body.Length: > 1024 } } => "the error keeps more of the body than it may",
        _ when Elapsed > Longest => $"it took {Elapsed}",
        _ when Allocated > MostBytes => $"it allocated {Allocated} bytes",
        _ => NullWalk.Find(Result),
    };
}
