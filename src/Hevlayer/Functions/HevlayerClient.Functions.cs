namespace Hevlayer;

public sealed partial class HevlayerClient
{
    /// <inheritdoc />
    public Task<UdfStatus> WaitForFunctionAsync(string functionId, JobWaitOptions? options = null, IProgress<FunctionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Require.Id(functionId);
        return FunctionWait.RunAsync(
            _scope,
            functionId,
            JobWait.Checked(options),
            (status, askedAfter) => askedAfter >= _scope.Polling.StatusCacheTime && FunctionWait.IsDone(status),
            progress,
            cancellationToken);
    }
}
