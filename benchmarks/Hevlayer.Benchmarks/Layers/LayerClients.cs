namespace Hevlayer.Benchmarks;

/// <summary>The floor's code over more and more of the client's handlers, and the client's interface without them.</summary>
internal sealed class LayerClients : IDisposable
{
    private readonly FloorClient _floor;
    private readonly FloorClient _overConnections;
    private readonly FloorClient _overHeaders;
    private readonly FloorClient _overChain;
    private readonly HttpClient _bare;
    private readonly IHevlayerApi _interfaceAlone;
    private readonly HevlayerClient _whole;

    public LayerClients(Uri address)
    {
        var options = new HevlayerClientOptions { BaseAddress = address, ApiKey = "benchmark" };
        _floor = new(address);
        _overConnections = new(new HttpClient(OwnConnections.Create()), address);
        _overHeaders = new(new HttpClient(new RequestHeadersHandler(options) { InnerHandler = OwnConnections.Create() }), address);
        _overChain = new(HandlerChain.Build(options, OwnConnections.Create()), address);
        _bare = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        _bare.DefaultRequestHeaders.Authorization = new("Bearer", "benchmark");
        _interfaceAlone = ApiFactory.Create(_bare, options, new());
        _whole = new(options);
    }

    public Contest Claim()
    {
        var lean = new FloorClaim(16, "embed-0", 300);
        var body = new ClaimDocumentsRequest { Limit = 16, WorkerId = "embed-0", LeaseSeconds = 300 };
        return new("claim 16 documents",
        [
            new("floor", () => _floor.ClaimAsync("1", lean)),
            new("floor again", () => _floor.ClaimAsync("1", lean)),
            new("floor over the client's connections", () => _overConnections.ClaimAsync("1", lean)),
            new("... and its headers", () => _overHeaders.ClaimAsync("1", lean)),
            new("... and its deadlines, retries and reading of replies", () => _overChain.ClaimAsync("1", lean)),
            new("the client's interface and JSON alone", () => _interfaceAlone.ClaimDocumentsAsync("1", body)),
            new("the whole client", () => _whole.ClaimDocumentsAsync("1", body)),
        ]);
    }

    public void Dispose()
    {
        _floor.Dispose();
        _overConnections.Dispose();
        _overHeaders.Dispose();
        _overChain.Dispose();
        _bare.Dispose();
        _whole.Dispose();
    }
}
