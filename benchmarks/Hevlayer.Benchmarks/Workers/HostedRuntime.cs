using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Benchmarks;

/// <summary>The embedding worker in a host, as a program of a user's has it.</summary>
internal static class HostedRuntime
{
    /// <summary>Works until all documents are indexed.</summary>
    public static async Task<Turn> RunAsync(Uri gateway, StagedPipeline pipeline, WorkerChoice choice)
    {
        using var model = new SimulatedModel();
        using var host = Build(gateway, pipeline, choice, model);
        var status = host.Services.GetRequiredService<WorkerStatus>();
        var turn = await Turn.OfAsync(pipeline, model, async () =>
        {
            await host.StartAsync();
            while (status.Completed < pipeline.Documents)
            {
                await Task.Delay(5);
            }
        });
        await host.StopAsync();
        return turn;
    }

    private static IHost Build(Uri gateway, StagedPipeline pipeline, WorkerChoice choice, SimulatedModel model)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHevlayer(options => options.BaseAddress = gateway);
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(model);
        builder.Services.AddHevlayerEmbeddingWorker(options =>
        {
            options.PipelineId = pipeline.Id;
            options.MaxConcurrentDocuments = choice.Documents;
            options.Embedding.MaxBatchItems = choice.BatchItems;
            options.Embedding.MaxBatchDelay = choice.BatchDelay;
            options.MaxHeldDocuments = choice.Held ?? options.MaxHeldDocuments;
            if (choice.WritesAlone)
            {
                options.Writes.MaxRows = 1;
                options.Writes.MaxConcurrent = choice.Documents;
            }
        });
        return builder.Build();
    }
}
