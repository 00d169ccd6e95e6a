namespace Hevlayer;

/// <summary>Waits for a snapshot of a namespace.</summary>
internal static class SnapshotWait
{
    public static void Check(SnapshotWaitOptions options, string name)
    {
        ArgumentNullException.ThrowIfNull(options, name);
        Require.Positive(options.PollInterval, $"{name}.PollInterval");
        Require.Positive(options.Timeout, $"{name}.Timeout");
        Require.NotNegative(options.FailureTolerance, $"{name}.FailureTolerance");
    }

    public static PollLoop Loop(ClientScope scope, SnapshotWaitOptions options) =>
        new(scope.Clock, options.PollInterval ?? scope.Polling.SnapshotInterval, options.Timeout, options.FailureTolerance);

    public static Task<SnapshotHistoryEntry> RunAsync(ClientScope scope, string namespaceName, DateTimeOffset after, SnapshotWaitOptions? options, CancellationToken cancellationToken)
    {
        Require.Id(namespaceName);
        options ??= new();
        Check(options, nameof(options));
        SnapshotHistoryEntry? newest = null;
        return Loop(scope, options).UntilAsync(
            async token =>
            {
                newest = await NewestAsync(scope, namespaceName, token).ConfigureAwait(false);
                return newest?.WatermarkMs >= after.ToUnixTimeMilliseconds() ? newest : null;
            },
            () => $"the namespace '{namespaceName}' has no snapshot with a watermark at or after {after:O}; the newest is {Describe(newest)}.",
            cancellationToken);
    }

    /// <summary>The newest snapshot; null when there is none, or no namespace yet.</summary>
    public static async Task<SnapshotHistoryEntry?> NewestAsync(ClientScope scope, string namespaceName, CancellationToken cancellationToken)
    {
        try
        {
            var history = await scope.Api.ListNamespaceHistoryAsync(namespaceName, limit: 1, options: scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
            return history.Count > 0 ? history[0] : null;
        }
        catch (HevlayerException exception) when (PollLoop.IsNotThereYet(exception))
        {
            return null;
        }
    }

    public static string Describe(SnapshotHistoryEntry? newest) =>
        newest is null ? "none" : FormattableString.Invariant($"of {newest.Watermark:O}");
}
