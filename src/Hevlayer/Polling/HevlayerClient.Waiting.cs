namespace Hevlayer;

public sealed partial class HevlayerClient
{
    /// <inheritdoc />
    public Task<PipelineStatus> GetPipelineStatusAsync(string pipelineId, CancellationToken cancellationToken = default) =>
        Api.GetPipelineStatusAsync(Require.Id(pipelineId), options: _scope.Call, cancellationToken: cancellationToken);

    /// <inheritdoc />
    public Task<PipelineStatus> WaitForDrainAsync(string pipelineId, DrainOptions? options = null, IProgress<DrainProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        options ??= new();
        DrainWait.Check(options, nameof(options));
        return DrainWait.RunAsync(_scope, pipelineId, options, progress, cancellationToken);
    }

    /// <inheritdoc />
    public Task<SnapshotHistoryEntry> WaitForSnapshotAsync(string namespaceName, DateTimeOffset after, SnapshotWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        SnapshotWait.RunAsync(_scope, namespaceName, after, options, cancellationToken);

    /// <inheritdoc />
    public async Task<IndexRun> WaitForRunAsync(string pipelineId, DateTimeOffset started, RunOptions? options = null, IProgress<DrainProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        options ??= new();
        RunWait.Check(options, nameof(options));
        var status = await DrainWait.RunAsync(_scope, pipelineId, options.Drain, progress, cancellationToken).ConfigureAwait(false);
        var pipeline = await FindPipelineAsync(pipelineId, _scope.Call, cancellationToken).ConfigureAwait(false)
            ?? throw new HevlayerException($"The pipeline '{pipelineId}' is gone: it was deleted during the wait.");
        return await RunWait.SnapshotAsync(_scope, pipeline.TargetNamespace, status, started, options, cancellationToken).ConfigureAwait(false);
    }
}
