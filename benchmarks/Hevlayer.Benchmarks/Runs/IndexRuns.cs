using System.Diagnostics;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Benchmarks;

/// <summary>A producer and an embedding worker that go over the same documents again and again.</summary>
internal sealed class IndexRuns : IAsyncDisposable
{
    private const string Pipeline = "runs";
    private const int BatchItems = 256;
    private const int StagingConcurrency = 16;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    // By then, marks are written and the list of rows has caught up.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(8);

    private readonly CallCount _calls = new();
    private readonly SimulatedModel _model = new();
    private readonly HevlayerClient _layer;
    private readonly IHost _host;
    private readonly WorkerStatus _status;
    private readonly int _documents;

    private IndexRuns(Uri gateway, int documents)
    {
        _documents = documents;
        _layer = new(new() { BaseAddress = gateway }, _calls.CreateHandler());
        _host = Build(gateway);
        _status = _host.Services.GetRequiredService<WorkerStatus>();
    }

    public static async Task<IndexRuns> StartAsync(Uri gateway, int documents)
    {
        var runs = new IndexRuns(gateway, documents);
        await runs._layer.EnsurePipelineAsync(Pipeline, Pipeline);
        await runs._host.StartAsync();
        return runs;
    }

    /// <summary>Stages what has changed since the last run, and waits until it is indexed.</summary>
    public Task<RunCost> ChangedAsync(string name, int edition) => RunAsync(name, async () =>
        (await _layer.StageChangedAsync(Pipeline, Corpus.Documents(_documents, edition), new() { Generator = _model, Embedding = Embedding(new()), MaxConcurrentCalls = StagingConcurrency })).Staged);

    /// <summary>Stages everything, whether it has changed or not, and waits until it is indexed.</summary>
    public Task<RunCost> AllAsync(string name, int edition) => RunAsync(name, async () =>
    {
        await Parallel.ForEachAsync(
            Corpus.Documents(_documents, edition),
            new ParallelOptions { MaxDegreeOfParallelism = StagingConcurrency },
            async (document, token) => await _layer.PutChunksAsync(Pipeline, document.Id, document.Chunks, token));
        return _documents;
    });

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _layer.DisposeAsync();
        _model.Dispose();
    }

    private async Task<RunCost> RunAsync(string name, Func<Task<long>> stage)
    {
        var (before, completed, texts, model) = (_calls.Now, _status.Completed, _model.Texts, _model.Busy);
        var begin = Stopwatch.GetTimestamp();
        var target = completed + await stage();
        while (_status.Completed < target)
        {
            await Task.Delay(Look);
        }

        var time = Stopwatch.GetElapsedTime(begin);
        await Task.Delay(Rest);
        var after = _calls.Now;
        return new(name, _documents, time, after.Calls - before.Calls, after.Bytes - before.Bytes, _model.Texts - texts, _model.Busy - model);
    }

    private static EmbeddingOptions Embedding(EmbeddingOptions options)
    {
        options.Embedder = "simulated/384";
        options.MaxBatchItems = BatchItems;
        options.MarkCompleted = true;
        return options;
    }

    private IHost Build(Uri gateway)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHevlayer(options => options.BaseAddress = gateway).ConfigurePrimaryHttpMessageHandler(_calls.CreateHandler);
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_model);
        builder.Services.AddHevlayerEmbeddingWorker(static options =>
        {
            options.PipelineId = Pipeline;
            options.MaxConcurrentDocuments = 128;
            options.ClaimLimit = 128;
            Embedding(options.Embedding);
        });
        return builder.Build();
    }
}
