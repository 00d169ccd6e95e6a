using Hevlayer.Local;

namespace Hevlayer.Samples.Testing;

/// <summary>One gateway in process for all tests of a class: it starts in milliseconds, and nothing leaves the process.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    private int _pipelines;

    public LocalGateway Gateway { get; } = LocalGateway.Create(new() { StatusCacheTime = TimeSpan.Zero });

    public HevlayerClient Layer { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Layer = new HevlayerClient(new() { BaseAddress = Gateway.BaseAddress, Polling = new() { StatusCacheTime = TimeSpan.Zero, StatusInterval = TimeSpan.FromMilliseconds(20) } }, Gateway.CreateHandler());
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a pipeline for one test, so that tests do not meet.</summary>
    public async Task<string> NewPipelineAsync(CancellationToken cancellationToken)
    {
        var pipeline = $"pipeline-{Interlocked.Increment(ref _pipelines)}";
        await Layer.EnsurePipelineAsync(pipeline, targetNamespace: pipeline, cancellationToken: cancellationToken);
        return pipeline;
    }

    public async ValueTask DisposeAsync()
    {
        await Layer.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
