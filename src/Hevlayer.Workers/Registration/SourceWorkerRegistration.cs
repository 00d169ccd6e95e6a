using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>Registers workers that receive messages and stage documents.</summary>
internal static class SourceWorkerRegistration
{
    private const string Unnamed = "source";

    /// <summary>The name of a source worker's status, and of no other worker's.</summary>
    public static string StatusName(string name) => name.Length == 0 ? Unnamed : $"{Unnamed}:{name}";

    /// <summary>Whether a name would be taken for that of a source worker's status.</summary>
    public static bool IsStatusName(string name) => name == Unnamed || name.StartsWith($"{Unnamed}:", StringComparison.Ordinal);

    public static void AddSourceWorker<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IServiceCollection services,
        string name,
        Func<TMessage, string> documentId,
        Func<IServiceProvider, IDocumentMapper<TMessage>> mapper,
        Action<SourceWorkerOptions>? configure)
        where TSource : class, IDocumentSource<TMessage>
    {
        services.TryAddSingleton<TSource>();
        services.TryAddSingleton(static provider => SourceReference.Read(provider.GetService<IConfiguration>()));
        services.TryAddSingleton<ITextChunker>(static _ => new FixedSizeChunker());
        services.AddWorkerOptions<SourceWorkerOptions, ConfigureSourceWorkerOptions>(SourceWorkerRules.Problems, ConfigureSourceWorkerOptions.Section);
        services.AddWorker(name, StatusName(name), configure, (provider, options, status) =>
        {
            var feed = new MessageFeed<TMessage>(provider.Require<TSource>(name), mapper(provider), documentId);
            var layer = provider.Require<IHevlayerClient>(name);
            var chunks = new MirroredChunks([.. options.AlsoInto.Append(options.PipelineId).Select(id => new PipelineChunks(layer, id))]);
            var chunker = provider.Require<ITextChunker>(name);
            var unchanged = options.SkipUnchanged ? CheckOf(provider, name, options) : null;
            var log = provider.GetRequiredService<ILogger<SourceWorker>>();
            return stopping => new SourceWorker(options, chunks, feed, chunker, status, new(options.PipelineId), provider.ClockOf(name), WorkerServices.Random, log, stopping, unchanged);
        });
    }

    private static UnchangedCheck CheckOf(IServiceProvider provider, string name, SourceWorkerOptions options)
    {
        var generator = provider.Find<IEmbeddingGenerator<string, Embedding<float>>>(name);
        return generator is null && options.Embedding.Embedder is null
            ? throw new InvalidOperationException(
                $"A source worker with {nameof(options.SkipUnchanged)} needs to know what makes the vectors: set Embedding.{nameof(options.Embedding.Embedder)}, or register the IEmbeddingGenerator<string, Embedding<float>> of the embedding worker.")
            : new(new IndexView(provider.Require<IHevlayerClient>(name), options.PipelineId), EmbedderId.Of(generator, options.Embedding), options.Embedding);
    }
}
