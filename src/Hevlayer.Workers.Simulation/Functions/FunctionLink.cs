namespace Hevlayer.Workers.Simulation;

/// <summary>A function worker's way to the gateway.</summary>
internal sealed class FunctionLink(SimulatedNetwork network, FunctionModel gateway, FunctionWorkerOptions options) : IFunctionGateway
{
    public Task<IReadOnlyList<UdfClaimedItem>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.Claim(limit, holder, options.Lease), cancellationToken);

    public Task<long> HeartbeatAsync(IReadOnlyList<UdfItemRef> rows, string holder, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.Heartbeat(rows, holder), cancellationToken);

    public async Task<MoveReply> CompleteAsync(IReadOnlyList<UdfCompleteItem> rows, string holder, Func<bool> mayCall, CancellationToken cancellationToken) =>
        new(await CallAsync(() => gateway.Complete(rows, holder), mayCall, cancellationToken), WasRetried: false);

    public async Task<MoveReply> FailAsync(IReadOnlyList<UdfFailItem> rows, string holder, Func<bool> mayCall, CancellationToken cancellationToken) =>
        new(await CallAsync(() => gateway.Fail(rows, holder), mayCall, cancellationToken), WasRetried: false);

    public Task<string> VersionAsync(CancellationToken cancellationToken) => network.CallAsync(() => gateway.CurrentVersion, cancellationToken);

    public Task EnsureAsync(UdfSpec spec, CancellationToken cancellationToken) => throw new NotSupportedException("The history brings the function to its versions.");

    private Task<long> CallAsync(Func<long> call, Func<bool> mayCall, CancellationToken cancellationToken) =>
        mayCall() ? network.CallAsync(call, cancellationToken) : Task.FromException<long>(new HevlayerException("It was not attempted."));
}
