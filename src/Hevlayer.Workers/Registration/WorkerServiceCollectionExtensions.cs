using System.Diagnostics.CodeAnalysis;
using Hevlayer;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers workers that claim documents.</summary>
public static class WorkerServiceCollectionExtensions
{
    /// <summary>
    /// Registers a worker that claims documents, embeds their chunks with the container's
    /// <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of text and <see cref="Embedding{T}"/> of float, and indexes
    /// them, one row a chunk. The client is registered along, as
    /// <see cref="HevlayerServiceCollectionExtensions.AddHevlayer(IServiceCollection, Action{HevlayerClientOptions}?)"/> does it.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerEmbeddingWorker(this IServiceCollection services, Action<DocumentWorkerOptions>? configure = null) =>
        services.AddHevlayerEmbeddingWorker(Options.Options.DefaultName, configure);

    /// <summary>The same for one of several workers in a process.</summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Worker:name</c>.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerEmbeddingWorker(this IServiceCollection services, string name, Action<DocumentWorkerOptions>? configure = null) =>
        services.AddWorker(name, configure, static (provider, options) =>
        {
            var clock = WorkerRegistration.ClockOf(provider);
            var batcher = new EmbeddingBatcher(
                provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>() ?? throw new InvalidOperationException(
                    "The embedding worker needs an IEmbeddingGenerator<string, Embedding<float>>: register one, with AddEmbeddingGenerator or AddSingleton."),
                options,
                clock,
                new WorkerTelemetry(options.PipelineId),
                provider.GetRequiredService<ILogger<EmbeddingBatcher>>());
            return new EmbeddingHandler(batcher, options.Embedding);
        });

    /// <summary>
    /// Registers a worker that claims documents and gives each to a handler, which comes from a scope of its own. The client
    /// is registered along.
    /// </summary>
    /// <typeparam name="THandler">The handler; registered as scoped unless it is registered already.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerDocumentWorker<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        Action<DocumentWorkerOptions>? configure = null)
        where THandler : class, IDocumentHandler =>
        services.AddHevlayerDocumentWorker<THandler>(Options.Options.DefaultName, configure);

    /// <summary>The same for one of several workers in a process, such as those of a pipeline with many stages.</summary>
    /// <typeparam name="THandler">The handler; registered as scoped unless it is registered already.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Worker:name</c>.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerDocumentWorker<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        string name,
        Action<DocumentWorkerOptions>? configure = null)
        where THandler : class, IDocumentHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddScoped<THandler>();
        return services.AddWorker(name, configure, static (provider, _) => new ScopedHandler<THandler>(provider.GetRequiredService<IServiceScopeFactory>()));
    }

    private static IServiceCollection AddWorker(this IServiceCollection services, string name, Action<DocumentWorkerOptions>? configure, Func<IServiceProvider, DocumentWorkerOptions, IDocumentHandler> handler)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<DocumentWorkerOptions>, ConfigureDocumentWorkerOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DocumentWorkerOptions>, ValidateDocumentWorkerOptions>());
        return services.AddWorker(
            new WorkerDescription<DocumentWorkerOptions>(
                name,
                StatusKey: name,
                (provider, options) => new WorkerStatus(name, options.PipelineId, options.LivenessLimit, WorkerRegistration.ClockOf(provider)),
                (provider, options, status) => new DocumentWorkerService(
                    options,
                    provider.GetRequiredService<IHevlayerClient>(),
                    handler(provider, options),
                    status,
                    provider.GetRequiredService<IHostApplicationLifetime>(),
                    provider.GetRequiredService<IOptions<HostOptions>>(),
                    WorkerRegistration.ClockOf(provider),
                    provider.GetRequiredService<ILogger<DocumentWorkerService>>(),
                    provider.GetKeyedService<IAttemptJournal>(name) ?? provider.GetService<IAttemptJournal>())),
            configure);
    }
}
