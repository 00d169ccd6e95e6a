using Hevlayer.Local;

namespace Hevlayer.VectorData.Tests;

/// <summary>A store on a gateway in memory.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly LocalGateway _gateway = LocalGateway.Create(new());

    public Store()
    {
        Client = new(new() { BaseAddress = _gateway.BaseAddress }, _gateway.CreateHandler());
        Vectors = new(Client);
    }

    public HevlayerClient Client { get; }

    public HevlayerVectorStore Vectors { get; }

    public async ValueTask DisposeAsync()
    {
        Vectors.Dispose();
        await Client.DisposeAsync();
        await _gateway.DisposeAsync();
    }
}
