using Hevlayer.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Samples.Testing;

/// <summary>The worker as the application registers it; only its calls end in the gateway of the test, and its pauses are short.</summary>
public sealed class WorkerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly IHost _host;

    private WorkerUnderTest(IHost host) => _host = host;

    public static async Task<WorkerUnderTest> StartAsync(GatewayFixture fixture, string pipeline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHevlayer(client => client.BaseAddress = fixture.Gateway.BaseAddress)
            .ConfigurePrimaryHttpMessageHandler(fixture.Gateway.CreateHandler);
        builder.Services.AddHevlayerWorkers().AddDocuments<LengthIndexer>(configure: options =>
        {
            options.PipelineId = pipeline;
            options.IdlePause = options.MaxIdlePause = Pause;
            options.Retry.BaseDelay = options.Retry.MaxDelay = Pause;
        });
        var worker = new WorkerUnderTest(builder.Build());
        await worker._host.StartAsync(cancellationToken);
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
