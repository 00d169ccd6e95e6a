using System.Net;
using Hevlayer.Local;

namespace Hevlayer.Workers.Tests.Wire;

/// <summary>Calls under a lease ask before each attempt, those of the client's own retries included.</summary>
public sealed class ConditionWireTests : IAsyncLifetime
{
    private const string Pipeline = "products";

    private static readonly Dictionary<string, Func<IPipelineGateway, Func<bool>, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["read chunks"] = static (gateway, mayCall) => gateway.GetChunksAsync("a", mayCall, Token),
        ["put chunks"] = static (gateway, mayCall) => gateway.PutChunksAsync("a", [new() { Id = "a-0", Text = "text" }], mayCall, Token),
        ["write rows"] = static (gateway, mayCall) => gateway.WriteRowsAsync([new("a", 1, [new() { Id = "a-0", Vector = new float[] { 1 } }], ReplacesOlder: true)], mayCall, Token),
        ["find rows"] = static (gateway, mayCall) => gateway.FindRowsAsync(["a-0"], mayCall, Token),
        ["list rows"] = static (gateway, mayCall) => gateway.ListRowsAsync(["a"], mayCall, Token),
        ["put vectors"] = static (gateway, mayCall) => gateway.PutVectorsAsync("a", [new() { Id = "a-0", Vector = new float[] { 1 } }], mayCall, Token),
        ["move"] = static (gateway, mayCall) => gateway.MoveAsync(["a"], DocumentStage.Indexed, "worker-1~1", mayCall, Token),
    };

    private readonly LocalGateway _local = LocalGateway.Create();
    private readonly WireLog _wire = new();
    private HevlayerClient _layer = null!;

    public static TheoryData<string> Names => [.. Calls.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _layer = new HevlayerClient(new() { BaseAddress = _local.BaseAddress, Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } }, _wire.Before(_local.CreateHandler()));
        await _layer.EnsurePipelineAsync(Pipeline, "shop", cancellationToken: Token);
        await _layer.PutChunksAsync(Pipeline, "a", [new() { Id = "a-0", Text = "text" }], Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _local.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_ConditionEndsBetweenTwoAttempts_IsNotSentAgain(string name)
    {
        var gateway = Gateway();
        await Calls["write rows"](gateway, static () => true);
        var before = _wire.Calls.Count;
        var holds = true;
        _wire.Script = (_, _) =>
        {
            holds = false;
            return Task.FromResult(WireLog.Trouble(HttpStatusCode.ServiceUnavailable));
        };

        var exception = await Assert.ThrowsAsync<HevlayerException>(() => Calls[name](gateway, () => holds));

        Assert.Equal(before + 1, _wire.Calls.Count);
        Assert.False(exception.IsTransient);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_ConditionIsOverBefore_IsNotSent(string name)
    {
        var gateway = Gateway();
        await Calls["write rows"](gateway, static () => true);
        var before = _wire.Calls.Count;

        await Assert.ThrowsAsync<HevlayerException>(() => Calls[name](gateway, static () => false));

        Assert.Equal(before, _wire.Calls.Count);
    }

    private PipelineGateway Gateway() => new(_layer, new(Pipeline, "worker-1", DocumentStage.Pending, DocumentStage.Embedding, TimeSpan.FromMinutes(1), Prefix: null));
}
