namespace Hevlayer;

/// <summary>Waits for a whole run: for the queue, then for the snapshot that holds its last write.</summary>
internal static class RunWait
{
    public static void Check(RunOptions options, string name)
    {
        Require.NotNegative(options.WriteGrace, $"{name}.WriteGrace");
        DrainWait.Check(options.Drain, $"{name}.Drain");
        SnapshotWait.Check(options.Snapshot, $"{name}.Snapshot");
    }

    public static async Task<IndexRun> SnapshotAsync(ClientScope scope, string namespaceName, PipelineStatus status, DateTimeOffset started, RunOptions options, CancellationToken cancellationToken)
    {
        var loop = SnapshotWait.Loop(scope, options.Snapshot);
        SnapshotHistoryEntry? newest = null;
        return await loop.UntilAsync(
            async token =>
            {
                var graceIsOver = loop.Elapsed >= options.WriteGrace;
                if (await MetadataAsync(scope, namespaceName, token).ConfigureAwait(false) is not { } metadata)
                {
                    return graceIsOver ? new IndexRun { Status = status, HasWrites = false } : null;
                }

                newest = await SnapshotWait.NewestAsync(scope, namespaceName, token).ConfigureAwait(false);
                return newest is not null && RunRules.IsFinal(newest.WatermarkMs, metadata.LastWriteAt, started, graceIsOver)
                    ? new IndexRun { Status = status, Snapshot = newest, HasWrites = RunRules.HasWrites(metadata.LastWriteAt, started) }
                    : null;
            },
            () => $"the namespace '{namespaceName}' has no snapshot that holds its last write; the newest is {SnapshotWait.Describe(newest)}.",
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<NamespaceMetadata?> MetadataAsync(ClientScope scope, string namespaceName, CancellationToken cancellationToken)
    {
        try
        {
            return await scope.Api.GetNamespaceMetadataAsync(namespaceName, options: scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (HevlayerException exception) when (PollLoop.IsNotThereYet(exception))
        {
            return null;
        }
    }
}
