using System.Globalization;
using Hevlayer.Workers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>An embedding worker beside a local gateway in process; a test stages, and sees texts, calls and rows.</summary>
internal sealed class RowWorld : IAsyncDisposable
{
    private readonly WorkerHost _host;
    private int _ended;

    private RowWorld(WorkerHost host, WireLog wire, CountedGenerator generator) => (_host, Wire, Generator) = (host, wire, generator);

    public WireLog Wire { get; }

    public CountedGenerator Generator { get; }

    public HevlayerClient Client => _host.Client;

    public WorkerStatus Status => _host.Status;

    public LogBook Log => _host.Log;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RowWorld> StartAsync(Action<DocumentWorkerOptions>? configure = null)
    {
        var wire = new WireLog();
        var generator = new CountedGenerator();
        var host = await WorkerHost.InMemoryAsync(wire.Before, services => services
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(generator)
            .AddHevlayerEmbeddingWorker(configure));
        await host.StartAsync();
        return new(host, wire, generator);
    }

    public static IReadOnlyList<Chunk> Chunks(string id, params IEnumerable<string> texts) =>
        [.. texts.Select((text, index) => new Chunk { Id = ChunkIds.Create(id, index), Text = text })];

    /// <summary>Stages a document and waits for its end.</summary>
    public Task IndexAsync(string id, params IEnumerable<string> texts) => IndexChunksAsync(id, Chunks(id, texts));

    /// <summary>Stages a document and waits for its end; the wire and the generator show what that took.</summary>
    public async Task IndexChunksAsync(string id, IReadOnlyList<Chunk> chunks)
    {
        // What was written is listed by then.
        _host.Clock!.Advance(TimeSpan.FromSeconds(3));
        Wire.Clear();
        Generator.Texts.Clear();
        await Client.Api.PutPipelineDocumentChunksAsync(WorkerHost.Pipeline, id, new() { Chunks = chunks }, cancellationToken: Token);
        await WhenEndedAsync();
    }

    /// <summary>Waits until one more document has ended.</summary>
    public async Task WhenEndedAsync()
    {
        _ended++;
        await _host.RunAsync(async () =>
        {
            while (Status.Completed + Status.Failed < _ended)
            {
                await Task.Delay(1, Token);
            }
        });
    }

    /// <summary>Texts of a document's rows, in order.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string id) => [.. (await RowsAsync(id)).Select(static row => row.Attributes.GetString("text") ?? "").Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<Row>> RowsAsync(string id)
    {
        _host.Clock!.Advance(TimeSpan.FromSeconds(3));
        var reply = await Client.Namespace("shop").QueryAsync(
            new() { RankBy = RankBy.Ascending("id"), TopK = 1000, Filters = Filter.Eq(RowAttributes.Document, id), IncludeAttributes = true },
            cancellationToken: Token);
        return reply.Rows!;
    }

    public async Task<string> CountsAsync() => string.Join(
        ", ",
        (await _host.CountsAsync()).Where(static count => count.Value > 0).Order().Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")));

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
