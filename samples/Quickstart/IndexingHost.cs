using Hevlayer.Samples;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Quickstart;

/// <summary>The host of the embedding worker: the client, a model, and the worker's options.</summary>
internal static class IndexingHost
{
    /// <summary>Makes the host; the worker claims from when it is started until it is stopped.</summary>
    /// <param name="options">What the run is asked to do.</param>
    /// <param name="gateway">Address of the gateway.</param>
    /// <param name="surroundings">What the process gives.</param>
    public static IHost Build(QuickstartOptions options, Uri gateway, Surroundings surroundings)
    {
        // A service of your own starts with Host.CreateApplicationBuilder, which reads settings and logs to the console.
        var builder = Host.CreateEmptyApplicationBuilder(new());
        var client = builder.Services.AddHevlayer(layer =>
        {
            (layer.BaseAddress, layer.ApiKey, layer.TimeProvider) = (gateway, options.Key, surroundings.Clock);
            if (options.Gateway is null)
            {
                // Our own gateway answers with the status of this moment, so there is no reason to wait longer.
                layer.Polling = new() { StatusCacheTime = TimeSpan.Zero, StatusInterval = IdlePause(options), SnapshotInterval = IdlePause(options) };
            }
        });
        if (surroundings.Connections is { } connections)
        {
            client.ConfigurePrimaryHttpMessageHandler(() => connections);
        }

        builder.Services.AddSingleton(surroundings.Clock);
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new FeatureHashingEmbedder());
        builder.Services.AddHevlayerEmbeddingWorker(worker => Configure(worker, options));
        return builder.Build();
    }

    private static void Configure(DocumentWorkerOptions worker, QuickstartOptions options)
    {
        worker.PipelineId = options.Pipeline;
        worker.WorkerId = $"quickstart-{Environment.MachineName}-{Guid.NewGuid():N}";
        worker.Lease = options.Lease;
        worker.MaxConcurrentDocuments = options.Concurrency;

        // Enough to be busy during the next claim, few enough that a killed run leaves little behind.
        worker.ClaimLimit = options.Concurrency;
        worker.MaxHeldDocuments = 2 * options.Concurrency;
        (worker.IdlePause, worker.MaxIdlePause) = (IdlePause(options), IdlePause(options));

        // Somebody waits for this run: a document is tried for seconds, where a service tries for half an hour.
        worker.Retry = new() { MaxAttempts = 3, MaxGatewayFailures = 3, BaseDelay = IdlePause(options), SharedTroubleTolerance = TimeSpan.FromMinutes(1) };
        worker.Shutdown = new() { DrainTime = TimeSpan.FromSeconds(2), CancelGrace = TimeSpan.FromSeconds(1), ReleaseTime = TimeSpan.FromSeconds(5) };

        // A row is a chunk: its vector, its text and the file that it comes from.
        worker.Embedding.Attributes = static (_, chunk) => new()
        {
            [Passage.TextAttribute] = chunk.Text,
            [Passage.PathAttribute] = chunk.Metadata is { Kind: AttributeKind.Object } metadata ? metadata.AsMap().GetString(Passage.PathAttribute) : null,
        };
    }

    // A quarter of a second; one second at a gateway that others share.
    private static TimeSpan IdlePause(QuickstartOptions options) => TimeSpan.FromMilliseconds(options.Gateway is null ? 250 : 1000);
}
