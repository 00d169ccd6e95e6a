namespace Hevlayer.Workers;

/// <summary>A function reached through the client.</summary>
internal sealed class FunctionGateway(IHevlayerClient layer, FunctionTerms terms) : IFunctionGateway
{
    public async Task<IReadOnlyList<UdfClaimedItem>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken)
    {
        var reply = await layer.Api.ClaimUdfItemsAsync(
            terms.FunctionId,
            new() { WorkerId = holder, Limit = limit, LeaseSeconds = (long)terms.Lease.TotalSeconds },
            cancellationToken: cancellationToken);
        return reply.Items;
    }

    public async Task<long> HeartbeatAsync(IReadOnlyList<UdfItemRef> rows, string holder, CancellationToken cancellationToken)
    {
        var reply = await layer.Api.HeartbeatUdfItemsAsync(terms.FunctionId, new() { WorkerId = holder, Items = rows }, cancellationToken: cancellationToken);
        return reply.Updated;
    }

    public Task<MoveReply> CompleteAsync(IReadOnlyList<UdfCompleteItem> rows, string holder, Func<bool> mayCall, CancellationToken cancellationToken) => EndAsync(
        (client, token) => client.Api.CompleteUdfItemsAsync(terms.FunctionId, new() { WorkerId = holder, Items = rows }, Under(mayCall), token),
        cancellationToken);

    public Task<MoveReply> FailAsync(IReadOnlyList<UdfFailItem> rows, string holder, Func<bool> mayCall, CancellationToken cancellationToken) => EndAsync(
        (client, token) => client.Api.FailUdfItemsAsync(terms.FunctionId, new() { WorkerId = holder, Items = rows }, Under(mayCall), token),
        cancellationToken);

    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var reply = await layer.Api.GetUdfAsync(terms.FunctionId, cancellationToken: cancellationToken);
        return reply.Udf.Spec.Version ?? string.Empty;
    }

    public Task EnsureAsync(UdfSpec spec, CancellationToken cancellationToken) =>
        layer.Function(terms.FunctionId).EnsureVersionAsync(spec, new() { Timeout = terms.EnsureTime }, cancellationToken);

    private static CallOptions Under(Func<bool> mayCall) => new() { MayAttempt = mayCall };

    private async Task<MoveReply> EndAsync(Func<IHevlayerClient, CancellationToken, Task<UdfItemsResponse>> call, CancellationToken cancellationToken)
    {
        var (reply, metadata) = await layer.WithMetadataAsync(call, cancellationToken);
        return new(reply.Updated, metadata is { Attempts: > 1 });
    }
}
