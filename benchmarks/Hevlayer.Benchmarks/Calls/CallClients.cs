using Refit;

namespace Hevlayer.Benchmarks;

/// <summary>The three clients that are compared, all at one server.</summary>
internal sealed class CallClients : IDisposable
{
    private readonly HttpClient _plainHttp;

    public CallClients(Uri address)
    {
        Floor = new FloorClient(address);
        Layer = new HevlayerClient(new() { BaseAddress = address, ApiKey = "benchmark" });
        _plainHttp = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        _plainHttp.DefaultRequestHeaders.Authorization = new("Bearer", "benchmark");
        Plain = RestService.For<IPlainApi>(_plainHttp);
    }

    public FloorClient Floor { get; }

    public IPlainApi Plain { get; }

    public HevlayerClient Layer { get; }

    public void Dispose()
    {
        Floor.Dispose();
        _plainHttp.Dispose();
        Layer.Dispose();
    }
}
