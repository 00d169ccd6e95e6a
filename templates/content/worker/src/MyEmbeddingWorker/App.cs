using Hevlayer;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;

namespace MyEmbeddingWorker;

/// <summary>The program: an embedding worker with its health checks.</summary>
public static class App
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddObservability();
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, Embedder>();
        builder.Services.AddHevlayerWorkers().AddEmbedding();
        builder.Services.AddHealthChecks().AddHevlayerWorkers();

        var app = builder.Build();
        app.MapHealthChecks("/live", new() { Predicate = static check => check.Tags.Contains("live") });
        app.MapHealthChecks("/ready");
        return app;
    }
}
