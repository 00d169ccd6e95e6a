using Hevlayer.Workers.Tests.Rows;
using Hevlayer.Workers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Migration;

/// <summary>Two pipelines with an embedding worker each, the new one with another model, and somebody who migrates.</summary>
internal sealed class MigrationWorld : IAsyncDisposable
{
    public const string Old = WorkerHost.Pipeline;
    public const string New = "products-2";
    public const string OldIndex = "shop";
    public const string NewIndex = "shop-2";
    public const string OldName = "lengths/3";
    public const string NewName = "codes/2";

    private readonly WorkerHost _host;
    private readonly Dictionary<string, string[]> _staged = new(StringComparer.Ordinal);

    private MigrationWorld(WorkerHost host)
    {
        _host = host;
        Migrator = new HevlayerClient(
            new() { BaseAddress = host.Gateway.BaseAddress, ApiKey = WorkerHost.Key, TimeProvider = host.Clock!, Retry = new() { MaxAttempts = 1 } },
            Wire.Before(host.Gateway.CreateHandler()));
    }

    /// <summary>The calls of the one who migrates and queries.</summary>
    public WireLog Wire { get; } = new();

    public HevlayerClient Migrator { get; }

    public HevlayerClient Client => _host.Client;

    public CountedGenerator OldModel { get; } = new();

    public CodeGenerator NewModel { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<MigrationWorld> StartAsync()
    {
        MigrationWorld world = null!;
        var host = await WorkerHost.InMemoryAsync(services =>
        {
            services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>("old", (_, _) => world.OldModel);
            services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>("new", (_, _) => world.NewModel);
            services.AddHevlayerWorkers()
                .AddEmbedding("old", static options => Hasty(options, Old))
                .AddEmbedding("new", static options => Hasty(options, New));
        });
        world = new(host);
        await host.Client.EnsurePipelineAsync(New, NewIndex, cancellationToken: Token);
        await host.StartAsync();
        return world;
    }

    public LiveIndex Live(bool knowsOld = true, bool knowsNew = true) => Migrator.LiveIndex(
        Old,
        [.. knowsOld ? new[] { new IndexEmbedder(OldModel) } : [], .. knowsNew ? new[] { new IndexEmbedder(NewModel) } : []],
        new() { MaxAge = TimeSpan.Zero, Clock = _host.Clock! });

    public Task StageAsync(string id, params string[] texts) => StageAsync(id, inBoth: false, texts);

    public async Task StageAsync(string id, bool inBoth, params string[] texts)
    {
        _staged[id] = texts;
        if (inBoth)
        {
            await Client.PutChunksAsync(New, id, RowWorld.Chunks(id, texts), Token);
        }

        await Client.PutChunksAsync(Old, id, RowWorld.Chunks(id, texts), Token);
    }

    public async Task DeleteAsync(string id, bool inBoth)
    {
        _staged[id] = [];
        if (inBoth)
        {
            await Client.DeleteDocumentAsync(New, id, Token);
        }

        await Client.DeleteDocumentAsync(Old, id, Token);
    }

    /// <summary>The old pipeline's chunks of a document cannot be read any more.</summary>
    public void LoseChunks(string id) => _host.Gateway.LoseChunks(Old, id);

    /// <summary>Waits until a pipeline has nothing to do, and what was written is listed.</summary>
    public async Task DrainAsync(string pipeline)
    {
        await RunAsync(() => Client.WaitForDrainAsync(pipeline, new() { PollInterval = TimeSpan.FromMilliseconds(200) }, cancellationToken: Token));
        _host.Clock!.Advance(TimeSpan.FromSeconds(3));
    }

    public async Task<MigrationReport> MigrateAsync(Action<MigrationOptions>? configure = null)
    {
        var options = new MigrationOptions
        {
            SettleTime = TimeSpan.FromSeconds(3),
            BatchSize = 4,
            MaxConcurrentCalls = 2,
            Clock = _host.Clock!,
            Drain = new() { PollInterval = TimeSpan.FromMilliseconds(200), FailureTolerance = TimeSpan.Zero },
        };
        configure?.Invoke(options);
        MigrationReport report = null!;
        await RunAsync(async () => report = await Migrator.MigrateAsync(Old, NewModel, New, options, Token));
        return report;
    }

    public Task RunAsync(Func<Task> work) => _host.RunAsync(work);

    /// <summary>Row ids and texts of an index.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string index) => [.. (await RawRowsAsync(index)).Select(static row => $"{row.Id}: {row.Attributes.GetString("text")}").Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<Row>> RawRowsAsync(string index)
    {
        _host.Clock!.Advance(TimeSpan.FromSeconds(3));
        try
        {
            var reply = await Client.Namespace(index).QueryAsync(new() { RankBy = RankBy.Ascending("id"), TopK = 1000, IncludeAttributes = true }, cancellationToken: Token);
            return reply.Rows!;
        }
        catch (HevlayerException error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    /// <summary>The same of an index that is built from scratch from what was staged last.</summary>
    public IReadOnlyList<string> FromScratch(string embedder) =>
        [.. _staged.SelectMany(document => new RowDeclaration(embedder, new()).Of(document.Key, RowWorld.Chunks(document.Key, document.Value))).Select(static row => $"{row.Id}: {row.Text}").Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await Migrator.DisposeAsync();
        await _host.DisposeAsync();
    }

    private static void Hasty(DocumentWorkerOptions options, string pipeline)
    {
        options.PipelineId = pipeline;
        options.IdlePause = TimeSpan.FromMilliseconds(50);
        options.MaxIdlePause = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxAttempts = 1;
    }
}
