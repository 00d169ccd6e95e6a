using Hevlayer.Workers;
using Hevlayer.Workers.Simulation;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Host = Hevlayer.Conventions.Tests.HostWithAnEnd;
using MyModel = Hevlayer.Conventions.Tests.LengthEmbedder;

namespace Hevlayer.Conventions.Tests.Snippets;

internal static class WorkerSnippets
{
    public static async Task EmbedAsync(string[] args)
    {
        #region worker-embed
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new MyModel());
        builder.Services.AddHevlayerEmbeddingWorker();
        builder.Services.AddHealthChecks().AddHevlayerWorkers();
        await builder.Build().RunAsync();
        #endregion
    }

    public static void AddStages(HostApplicationBuilder builder)
    {
        #region worker-stages
        builder.Services.AddHevlayerWorkers()
            .AddDocuments<Translate>("translate", options =>
            {
                options.Stage = "foreign";
                options.ClaimStage = "translating";
            })
            .AddEmbedding("embed", options => options.MaxConcurrentDocuments = 32);
        #endregion
    }

    public static void AddSource(HostApplicationBuilder builder)
    {
        #region worker-source
        builder.Services.AddHevlayerWorkers().AddSource<Product, ProductQueue>(
            product => product.Id,
            product => SourceDocument.OfText(product.Text));
        builder.Services.AddSingleton<ITextChunker>(new SentenceChunker(new() { MaxLength = 600, Overlap = 80 }));
        #endregion
    }

    public static void AddNamedEmbedder(HostApplicationBuilder builder)
    {
        #region indexing-embedder
        builder.Services.AddHevlayerEmbeddingWorker(options =>
        {
            options.Embedding.Embedder = "my-model-v2/384";
            options.Embedding.Prefix = "passage: ";   // embedded with each text, not stored
        });
        #endregion
    }

    public static async Task<RunEstimate> ReckonAsync(HevlayerClient layer, IAsyncEnumerable<(string DocumentId, IReadOnlyList<Chunk> Chunks)> documents, IEmbeddingGenerator<string, Embedding<float>> model)
    {
        #region indexing-dry-run
        var estimate = await layer.DryRunAsync("products", documents, new()
        {
            Generator = model,                // only asked what it is
            PricePerMillionTokens = 0.02m,
        });
        Console.WriteLine($"{estimate.TextsToEmbed} of {estimate.Chunks} texts, {estimate.Tokens} tokens, {estimate.Price}");
        #endregion
        return estimate;
    }

    public static async Task<ReconcileReport> KeepUpAsync(HevlayerClient layer, IReadOnlyList<string> ids, IEmbeddingGenerator<string, Embedding<float>> model)
    {
        #region indexing-upkeep
        await layer.DeleteDocumentAsync("products", "kettle");

        // All ids that exist now: other documents that have rows are deleted, unless they are more than a fifth of all.
        await layer.SyncSourceAsync("products", ids, new() { MaxDeletedShare = 0.2 });

        // Documents whose rows differ from their chunks are put back, and a worker repairs them; a dry run only counts.
        var report = await layer.ReconcileAsync("products", ids, new() { Generator = model, DryRun = true });
        #endregion
        return report;
    }

    public static async Task<StageChangedReport> StageChangedAsync(HostApplicationBuilder builder, HevlayerClient layer, IReadOnlyList<StagedDocument> documents, IEmbeddingGenerator<string, Embedding<float>> model)
    {
        #region indexing-unchanged
        builder.Services.AddHevlayerEmbeddingWorker(options => options.Embedding.MarkCompleted = true);

        // Stages what has changed, and nothing else.
        var report = await layer.StageChangedAsync("products", documents, new() { Generator = model });
        Console.WriteLine($"{report.Staged} staged, {report.Unchanged} unchanged");
        #endregion
        return report;
    }

    public static async Task<(MigrationReport Report, QueryResponse Nearest)> MigrateAsync(HevlayerClient layer, IEmbeddingGenerator<string, Embedding<float>> model, IEmbeddingGenerator<string, Embedding<float>> newModel, MigrationOptions options)
    {
        #region indexing-migrate
        // A second pipeline with a namespace and an embedding worker of its own; sources stage in both (SourceWorkerOptions.AlsoInto).
        await layer.EnsurePipelineAsync("products-2", "products-2");
        var report = await layer.MigrateAsync("products", newModel, into: "products-2", options);
        Console.WriteLine($"{report.NewRows} rows for {report.OldRows}, live: {report.IsSwitchedOver}");

        // Apps bring both models; each query is embedded with the one that made the index that answers it.
        var index = layer.LiveIndex("products", [new(model), new(newModel) { Embedding = options.Embedding }]);
        var nearest = await index.QueryAsync("a kettle that whistles", new() { TopK = 10 });

        await layer.GoBackAsync("products");   // the index before answers again
        #endregion
        return (report, nearest);
    }

    public static async Task<RedriveReport> RedriveAsync(IHevlayerClient layer)
    {
        #region worker-failures
        var failures = layer.Failures("products");
        foreach (var group in await failures.GroupAsync())
        {
            Console.WriteLine($"{group.Count} documents, {group.Kind}: {group.Reason}");
        }

        var report = await failures.RedriveAsync(new() { Kind = "handler" }, new() { Rate = 20 });
        Console.WriteLine($"{report.Redriven} documents are tried again.");
        #endregion
        return report;
    }

    public static SimulationReport Simulate()
    {
        #region worker-simulation
        var report = WorkerSimulation.Run(new() { Histories = 200, Handler = () => new IndexLengths() });
        report.ThrowIfBroken();
        #endregion
        return report;
    }

    public static IDocumentHandler Handler(ITranslator translator) => new Translate(translator);

    #region worker-handler
    public sealed class Translate(ITranslator translator) : IDocumentHandler
    {
        public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
        {
            if (document.Chunks.All(chunk => string.IsNullOrWhiteSpace(chunk.Text)))
            {
                return DocumentOutcome.Fail("The document has no text.");
            }

            var texts = await translator.TranslateAsync(document.Chunks, cancellationToken);
            return DocumentOutcome.Restage([.. document.Chunks.Zip(texts, (chunk, text) => chunk with { Text = text })]);
        }
    }
    #endregion
}
