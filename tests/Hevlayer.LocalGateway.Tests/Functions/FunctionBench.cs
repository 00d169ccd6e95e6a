namespace Hevlayer.Local.Tests;

/// <summary>A gateway with rows in the namespace <c>n</c> and a client for functions that work on them.</summary>
internal sealed class FunctionBench : IAsyncDisposable
{
    private readonly Harness _harness = Harness.InProcess(options => options.StabilityLag = TimeSpan.Zero);

    public FunctionBench() => Layer = _harness.Client();

    public HevlayerClient Layer { get; }

    public IHevlayerApi Api => Layer.Api;

    public static async Task<FunctionBench> WithRowsAsync(params string[] ids)
    {
        var bench = new FunctionBench();
        await bench.PutAsync(ids);
        return bench;
    }

    public void Pass(double seconds) => _harness.Clock.Advance(TimeSpan.FromSeconds(seconds));

    public Task PutAsync(params string[] ids) => Layer.Namespace("n").WriteAsync(
        new() { UpsertRows = [.. ids.Select(id => new WriteRow { Id = id, Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = $"text of {id}", ["other"] = 1 } })] },
        TestContext.Current.CancellationToken);

    public async Task<Udf> CreateAsync(string id = "f", Func<UdfSpec, UdfSpec>? change = null)
    {
        var spec = new UdfSpec { TargetNamespaces = ["n"], Inputs = ["text"], Worker = new(), Triggers = [] };
        return await Api.CreateUdfAsync(new() { Id = id, Spec = change?.Invoke(spec) ?? spec });
    }

    public async Task<long> DiscoverAsync(string id = "f") => (await Api.DiscoverUdfAsync(id, new())).Enqueued;

    public async Task<string[]> ClaimAsync(string id = "f", string worker = "w", int? limit = null, long? lease = null) =>
        [.. (await Api.ClaimUdfItemsAsync(id, new() { WorkerId = worker, Limit = limit, LeaseSeconds = lease })).Items.Select(item => item.Id)];

    public async Task<long> CompleteAsync(string row, string id = "f", string worker = "w", AttributeMap? attributes = null) =>
        (await Api.CompleteUdfItemsAsync(id, new() { WorkerId = worker, Items = [new() { Namespace = "n", Id = row, Attributes = attributes }] })).Updated;

    public async Task<long> FailAsync(string row, UdfErrorKind kind, string worker = "w") =>
        (await Api.FailUdfItemsAsync("f", new() { WorkerId = worker, Items = [new() { Namespace = "n", Id = row, Kind = kind, Message = "no" }] })).Updated;

    public async Task<long> HeartbeatAsync(string row, string worker = "w") =>
        (await Api.HeartbeatUdfItemsAsync("f", new() { WorkerId = worker, Items = [new() { Namespace = "n", Id = row }] })).Updated;

    public Task<UdfStatus> StatusAsync(string id = "f") => Api.GetUdfStatusAsync(id);

    public async Task<AttributeMap> RowAsync(string id) => (await Api.FetchDocumentAsync("n", id)).Attributes;

    public async ValueTask DisposeAsync()
    {
        await Layer.DisposeAsync();
        await _harness.DisposeAsync();
    }
}
