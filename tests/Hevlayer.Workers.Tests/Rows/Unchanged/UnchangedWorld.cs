using System.Globalization;
using Hevlayer.Workers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>An embedding worker that marks what it completes, and a producer whose calls are counted apart.</summary>
internal sealed class UnchangedWorld : IAsyncDisposable
{
    private readonly WorkerHost _host;

    private UnchangedWorld(WorkerHost host, CountedGenerator generator)
    {
        _host = host;
        Generator = generator;
        Producer = new HevlayerClient(
            new() { BaseAddress = host.Gateway.BaseAddress, ApiKey = WorkerHost.Key, TimeProvider = host.Clock! },
            Calls.Before(host.Gateway.CreateHandler()));
    }

    public WireLog Calls { get; } = new();

    public CountedGenerator Generator { get; }

    public HevlayerClient Producer { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<UnchangedWorld> StartAsync(bool marks = true)
    {
        var generator = new CountedGenerator();
        var host = await WorkerHost.InMemoryAsync(services => services
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(generator)
            .AddHevlayerEmbeddingWorker(options => options.Embedding.MarkCompleted = marks));
        await host.StartAsync();
        return new(host, generator);
    }

    /// <summary>Documents of two chunks each.</summary>
    public static IReadOnlyList<StagedDocument> Documents(int count) =>
        [.. Enumerable.Range(0, count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"d{number:000}")).Select(static id => Document(id, $"{id} one", $"{id} two"))];

    public static StagedDocument Document(string id, params IEnumerable<string> texts) => new(id, RowWorld.Chunks(id, texts));

    /// <summary>Stages what has changed, and waits until all is indexed and marked, if it is to be.</summary>
    public async Task<StageChangedReport> StageAsync(IReadOnlyList<StagedDocument> documents, bool marks = true, Action<StageChangedOptions>? configure = null)
    {
        // What was written is listed by then.
        _host.Clock!.Advance(TimeSpan.FromSeconds(3));
        Calls.Clear();
        Generator.Texts.Clear();
        var options = new StageChangedOptions { Generator = Generator };
        configure?.Invoke(options);
        var report = await Producer.StageChangedAsync(WorkerHost.Pipeline, documents, options, Token);
        await _host.RunAsync(async () =>
        {
            while (!await IsDoneAsync(documents.DistinctBy(static document => document.Id).Count(), marks))
            {
                await Task.Delay(1, Token);
            }
        });
        return report;
    }

    public async Task StealAsync(string id)
    {
        var rows = await RowsAsync(Filter.Eq(RowAttributes.Document, id));
        await _host.Client.Namespace("shop").WriteAsync(new() { Deletes = [rows[0].Id] }, Token);
    }

    public async Task<IReadOnlyList<Row>> RowsAsync(Filter filter)
    {
        var reply = await _host.Client.Namespace("shop").QueryAsync(new() { RankBy = RankBy.Ascending("id"), TopK = 1000, Filters = filter, IncludeAttributes = true }, cancellationToken: Token);
        return reply.Rows!;
    }

    public async ValueTask DisposeAsync()
    {
        await Producer.DisposeAsync();
        await _host.DisposeAsync();
    }

    private async Task<bool> IsDoneAsync(int documents, bool marks)
    {
        var status = await _host.Client.GetPipelineStatusAsync(WorkerHost.Pipeline, Token);
        if (status.Counts.GetValueOrDefault("indexed") < documents)
        {
            return false;
        }

        var rows = await RowsAsync(Filter.NotEq(RowAttributes.Document, AttributeValue.Null));
        return !marks || rows
            .Where(static row => row.Attributes.GetInt64(RowAttributes.Completed) == row.Attributes.GetInt64(RowAttributes.Version))
            .Select(static row => row.Attributes.GetString(RowAttributes.Document))
            .Distinct()
            .Count() == documents;
    }
}
