using System.Diagnostics;
using System.Globalization;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Benchmarks;

/// <summary>Documents that are staged on the one hand and embedded on the other, until all are indexed.</summary>
internal sealed class ScaleRun(ServerProcess gateway, int documents) : IDisposable
{
    private const string Pipeline = "scale";
    private const int Points = 40;
    private const int StagingConcurrency = 8;

    // Far enough ahead that the worker never waits, and near enough that what is staged is no backlog that grows.
    private const int Ahead = 2_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly HevlayerClient _layer = new(new() { BaseAddress = gateway.Address });

    /// <summary>How things stood at the begin, and after each fortieth of the documents.</summary>
    public async Task<IReadOnlyList<ScalePoint>> RunAsync()
    {
        using var embedder = new FreeEmbedder();
        using var host = Build(embedder);
        var status = host.Services.GetRequiredService<WorkerStatus>();
        await _layer.EnsurePipelineAsync(Pipeline, Pipeline);
        var begin = Stopwatch.GetTimestamp();
        var staging = StageAsync(status);
        await host.StartAsync();
        List<ScalePoint> points = [PointAt(0, begin)];
        for (var number = 1; number <= Points; number++)
        {
            var target = (long)documents * number / Points;
            while (status.Completed < target)
            {
                await Task.Delay(Look);
            }

            points.Add(PointAt(status.Completed, begin));
        }

        await staging;
        await host.StopAsync();
        return points;
    }

    public void Dispose() => _layer.Dispose();

    private ScalePoint PointAt(long indexed, long begin)
    {
        var elapsed = Stopwatch.GetElapsedTime(begin);
        var worker = new ProcessUse(Environment.WorkingSet, Environment.CpuUsage.TotalTime);
        GC.Collect();
        return new(indexed, elapsed, worker, GC.GetTotalMemory(forceFullCollection: false), gateway.Use);
    }

    private Task StageAsync(WorkerStatus status) =>
        Parallel.ForAsync(0, documents, new ParallelOptions { MaxDegreeOfParallelism = StagingConcurrency }, async (index, token) =>
        {
            while (index - status.Completed > Ahead)
            {
                await Task.Delay(Look, token);
            }

            var id = index.ToString("0000000", CultureInfo.InvariantCulture);
            await _layer.PutChunksAsync(Pipeline, id, [new() { Id = $"{id}-0", Text = $"What the document {id} says is short." }], token);
        });

    private IHost Build(FreeEmbedder embedder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHevlayer(options => options.BaseAddress = gateway.Address);
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embedder);
        builder.Services.AddHevlayerEmbeddingWorker(static options =>
        {
            options.PipelineId = Pipeline;
            options.IdlePause = Look;

            // To wait for others saves the time of a model, and here there is none.
            options.Embedding.MaxBatchDelay = TimeSpan.Zero;
        });
        return builder.Build();
    }
}
