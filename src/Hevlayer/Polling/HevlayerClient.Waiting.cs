namespace Hevlayer;

public sealed partial class HevlayerClient
{
    /// <inheritdoc />
    public Task<PipelineStatus> GetPipelineStatusAsync(string pipelineId, CancellationToken cancellationToken = default) =>
        Api.GetPipelineStatusAsync(Require.Id(pipelineId), cancellationToken: cancellationToken);

    /// <inheritdoc />
    public Task<PipelineStatus> WaitForDrainAsync(string pipelineId, DrainOptions? options = null, IProgress<DrainProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        options ??= new();
        Check(options, nameof(options));
        return DrainAsync(pipelineId, options, progress, cancellationToken);
    }

    /// <inheritdoc />
    public Task<SnapshotHistoryEntry> WaitForSnapshotAsync(string namespaceName, DateTimeOffset after, SnapshotWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        Require.Id(namespaceName);
        options ??= new();
        Check(options, nameof(options));
        var loop = SnapshotLoop(options);
        SnapshotHistoryEntry? newest = null;
        return loop.UntilAsync(
            async token =>
            {
                newest = await NewestSnapshotAsync(namespaceName, token).ConfigureAwait(false);
                return newest?.WatermarkMs >= after.ToUnixTimeMilliseconds() ? newest : null;
            },
            () => $"the namespace '{namespaceName}' has no snapshot with a watermark at or after {after:O}; the newest is {Describe(newest)}.",
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IndexRun> WaitForRunAsync(string pipelineId, DateTimeOffset started, RunOptions? options = null, IProgress<DrainProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        options ??= new();
        Require.NotNegative(options.WriteGrace, "options.WriteGrace");
        Check(options.Drain, "options.Drain");
        Check(options.Snapshot, "options.Snapshot");
        var status = await DrainAsync(pipelineId, options.Drain, progress, cancellationToken).ConfigureAwait(false);
        var pipeline = await FindPipelineAsync(pipelineId, null, cancellationToken).ConfigureAwait(false)
            ?? throw new HevlayerException($"The pipeline '{pipelineId}' is gone: it was deleted during the wait.");
        return await RunSnapshotAsync(pipeline.TargetNamespace, status, started, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PipelineStatus> DrainAsync(string pipelineId, DrainOptions options, IProgress<DrainProgress>? progress, CancellationToken cancellationToken)
    {
        var loop = new PollLoop(Clock, options.PollInterval ?? Polling.StatusInterval, options.Timeout, options.FailureTolerance);
        var cacheTime = options.StatusCacheTime ?? Polling.StatusCacheTime;
        PipelineStatus? last = null;
        return await loop.UntilAsync(
            async token =>
            {
                var askedAfter = loop.Elapsed;
                last = await GetPipelineStatusAsync(pipelineId, token).ConfigureAwait(false);
                progress?.Report(DrainRules.Progress(last, loop.Elapsed, options.FinalStages));
                return DrainRules.IsDrained(last, askedAfter, cacheTime, options.MinimumDocuments, options.FinalStages) ? last : null;
            },
            () => $"the pipeline '{pipelineId}' is not drained: {Describe(last)}.",
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<IndexRun> RunSnapshotAsync(string namespaceName, PipelineStatus status, DateTimeOffset started, RunOptions options, CancellationToken cancellationToken)
    {
        var loop = SnapshotLoop(options.Snapshot);
        SnapshotHistoryEntry? newest = null;
        return await loop.UntilAsync(
            async token =>
            {
                var graceIsOver = loop.Elapsed >= options.WriteGrace;
                if (await MetadataAsync(namespaceName, token).ConfigureAwait(false) is not { } metadata)
                {
                    return graceIsOver ? new IndexRun { Status = status, HasWrites = false } : null;
                }

                newest = await NewestSnapshotAsync(namespaceName, token).ConfigureAwait(false);
                return newest is not null && RunRules.IsFinal(newest.WatermarkMs, metadata.LastWriteAt, started, graceIsOver)
                    ? new IndexRun { Status = status, Snapshot = newest, HasWrites = RunRules.HasWrites(metadata.LastWriteAt, started) }
                    : null;
            },
            () => $"the namespace '{namespaceName}' has no snapshot that holds its last write; the newest is {Describe(newest)}.",
            cancellationToken).ConfigureAwait(false);
    }

    private PollLoop SnapshotLoop(SnapshotWaitOptions options) =>
        new(Clock, options.PollInterval ?? Polling.SnapshotInterval, options.Timeout, options.FailureTolerance);

    private static void Check(DrainOptions options, string name)
    {
        ArgumentNullException.ThrowIfNull(options, name);
        Require.Positive(options.PollInterval, $"{name}.PollInterval");
        Require.Positive(options.Timeout, $"{name}.Timeout");
        if (options.FinalStages is not { Count: > 0 } || options.FinalStages.Any(static stage => string.IsNullOrWhiteSpace(stage.Value)))
        {
            throw new ArgumentException("There must be at least one final stage, and each must have a name.", $"{name}.FinalStages");
        }

        Require.NotNegative(options.StatusCacheTime, $"{name}.StatusCacheTime");
        Require.NotNegative(options.FailureTolerance, $"{name}.FailureTolerance");
    }

    private static void Check(SnapshotWaitOptions options, string name)
    {
        ArgumentNullException.ThrowIfNull(options, name);
        Require.Positive(options.PollInterval, $"{name}.PollInterval");
        Require.Positive(options.Timeout, $"{name}.Timeout");
        Require.NotNegative(options.FailureTolerance, $"{name}.FailureTolerance");
    }

    private async Task<SnapshotHistoryEntry?> NewestSnapshotAsync(string namespaceName, CancellationToken cancellationToken)
    {
        try
        {
            var history = await Api.ListNamespaceHistoryAsync(namespaceName, limit: 1, cancellationToken: cancellationToken).ConfigureAwait(false);
            return history.Count > 0 ? history[0] : null;
        }
        catch (HevlayerException exception) when (PollLoop.IsNotThereYet(exception))
        {
            return null;
        }
    }

    private async Task<NamespaceMetadata?> MetadataAsync(string namespaceName, CancellationToken cancellationToken)
    {
        try
        {
            return await Api.GetNamespaceMetadataAsync(namespaceName, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (HevlayerException exception) when (PollLoop.IsNotThereYet(exception))
        {
            return null;
        }
    }

    private static string Describe(SnapshotHistoryEntry? newest) =>
        newest is null ? "none" : FormattableString.Invariant($"of {newest.Watermark:O}");

    private static string Describe(PipelineStatus? status) =>
        status is null
            ? "the gateway gave no status"
            : FormattableString.Invariant($"{status.PendingCount} pending, {status.ProcessingCount} held by workers, {status.FailedCount} failed; by stage: {string.Join(", ", status.Counts.OrderBy(static stage => stage.Key, StringComparer.Ordinal).Select(static stage => $"{stage.Key} {stage.Value}"))}");
}
