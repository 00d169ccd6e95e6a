using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>Registers workers that claim documents.</summary>
internal static class DocumentWorkerRegistration
{
    public static void AddDocumentWorker(this IServiceCollection services, string name, Action<DocumentWorkerOptions>? configure, Func<IServiceProvider, DocumentWorkerOptions, WorkerStatus, IDocumentHandler> handler)
    {
        services.AddWorkerOptions<DocumentWorkerOptions, ConfigureDocumentWorkerOptions>(DocumentWorkerRules.Problems, ConfigureDocumentWorkerOptions.Section);
        services.AddWorker(name, statusName: name, configure, (provider, options, status) =>
        {
            var terms = new ClaimTerms(options.PipelineId, options.WorkerId, options.Stage, options.ClaimStage, options.Lease, options.DocumentIdPrefix);
            var layer = provider.Require<IHevlayerClient>(name);
            var gateway = new PipelineGateway(layer, terms);
            var ledger = options.Ledger.Enabled
                ? new FailureLedger(layer, options.PipelineId, options.Ledger.Namespace ?? LedgerOptions.NameFor(options.PipelineId))
                : null;
            var work = handler(provider, options, status);
            var journal = provider.Find<IAttemptJournal>(name);
            var log = provider.GetRequiredService<ILogger<DocumentWorker>>();
            return stopping =>
            {
                var file = journal is null ? OpenFile(options, name) : null;
                return new DocumentWorker(options, gateway, work, status, new(options.PipelineId), provider.ClockOf(name), WorkerServices.Random, log, stopping, journal ?? file, ledger) { OwnJournal = file };
            };
        });
    }

    /// <summary>A handler that embeds with the generator of a worker.</summary>
    /// <exception cref="InvalidOperationException">There is no generator.</exception>
    public static EmbeddingHandler CreateEmbeddingHandler(IServiceProvider provider, string name, DocumentWorkerOptions options, WorkerStatus status)
    {
        var generator = provider.Find<IEmbeddingGenerator<string, Embedding<float>>>(name) ?? throw new InvalidOperationException(
            "The embedding worker needs an IEmbeddingGenerator<string, Embedding<float>>: register one, with AddEmbeddingGenerator or AddSingleton.");
        var batcher = new EmbeddingBatcher(
            generator,
            options,
            provider.ClockOf(name),
            new WorkerTelemetry(options.PipelineId),
            provider.GetRequiredService<ILogger<EmbeddingBatcher>>(),
            provider.GetRequiredService<ProviderBudgets>().Of(generator, options.Embedding.Budget, provider.ClockOf(name)),
            status.Progress);
        return new EmbeddingHandler(batcher, EmbedderId.Of(generator, options.Embedding), options.Embedding);
    }

    private static FileAttemptJournal? OpenFile(DocumentWorkerOptions options, string name) => string.IsNullOrWhiteSpace(options.StateDirectory)
        ? null
        : FileAttemptJournal.InFolder(options.StateDirectory, options.PipelineId, name);
}
