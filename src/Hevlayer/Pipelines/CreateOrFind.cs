using System.Net;

namespace Hevlayer;

/// <summary>Makes sure that something exists. Creating is not idempotent, so after a lost reply it may be there already.</summary>
internal static class CreateOrFind
{
    /// <summary>Creates it, or finds the one that has its id.</summary>
    /// <param name="scope">Both calls share the time of one.</param>
    /// <param name="create">Creates it.</param>
    /// <param name="find">Finds it; null when it does not exist, and then the error of the creation stands.</param>
    public static async Task<T> RunAsync<T>(ClientScope scope, Func<CallOptions?, Task<T>> create, Func<CallOptions?, Task<T?>> find)
        where T : class
    {
        var started = scope.Clock.GetTimestamp();
        try
        {
            return await create(scope.Call).ConfigureAwait(false);
        }
        catch (HevlayerException exception) when (MayExist(exception))
        {
            var left = scope.CallTimeout - scope.Clock.GetElapsedTime(started);
            var existing = left > TimeSpan.Zero
                ? await find((scope.Call ?? new()) with { TotalTimeout = left }).ConfigureAwait(false)
                : null;
            if (existing is null)
            {
                throw;
            }

            return existing;
        }
    }

    private static bool MayExist(HevlayerException exception) =>
        exception.StatusCode == HttpStatusCode.Conflict || exception.Kind is FailureKind.Interrupted or FailureKind.ServerFailed;
}
