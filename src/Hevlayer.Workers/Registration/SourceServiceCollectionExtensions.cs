using System.Diagnostics.CodeAnalysis;
using Hevlayer;
using Hevlayer.Workers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers workers that receive messages and stage documents.</summary>
public static class SourceServiceCollectionExtensions
{
    private const string UnnamedStatus = "source";

    /// <summary>
    /// Registers a worker that receives messages from a source, makes a document of each, splits its text with the
    /// container's <see cref="ITextChunker"/> (<see cref="FixedSizeChunker"/> with its default size unless there is one),
    /// stages the chunks, and acknowledges the message. The client is registered along, as
    /// <see cref="HevlayerServiceCollectionExtensions.AddHevlayer(IServiceCollection, Action{HevlayerClientOptions}?)"/> does it.
    /// </summary>
    /// <typeparam name="TMessage">What the bodies of messages are read into.</typeparam>
    /// <typeparam name="TSource">The source; registered as singleton unless it is registered already. Its constructor may take <see cref="SourceReference"/>.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="documentId">
    /// Tells the document's id from a body; messages of one document are worked on one after another, in the order received.
    /// </param>
    /// <param name="content">Makes the content from a body; null for one that nothing is to be staged for.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerSourceWorker<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IServiceCollection services,
        Func<TMessage, string> documentId,
        Func<TMessage, SourceDocument?> content,
        Action<SourceWorkerOptions>? configure = null)
        where TSource : class, IDocumentSource<TMessage> =>
        services.AddHevlayerSourceWorker<TMessage, TSource>(Options.Options.DefaultName, documentId, content, configure);

    /// <summary>The same for one of several workers in a process.</summary>
    /// <typeparam name="TMessage">What the bodies of messages are read into.</typeparam>
    /// <typeparam name="TSource">The source, taken under the worker's name where it is registered with that key, else without a key.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Source:name</c>; a source or chunker under this key is taken first.</param>
    /// <param name="documentId">Tells the document's id from a body.</param>
    /// <param name="content">Makes the content from a body; null for one that nothing is to be staged for.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerSourceWorker<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IServiceCollection services,
        string name,
        Func<TMessage, string> documentId,
        Func<TMessage, SourceDocument?> content,
        Action<SourceWorkerOptions>? configure = null)
        where TSource : class, IDocumentSource<TMessage>
    {
        ArgumentNullException.ThrowIfNull(content);
        return services.AddSource<TMessage, TSource>(name, documentId, _ => new DelegateMapper<TMessage>(content), configure);
    }

    /// <summary>Registers a worker whose documents are made by a mapper, which comes from a scope of its own for each message.</summary>
    /// <typeparam name="TMessage">What the bodies of messages are read into.</typeparam>
    /// <typeparam name="TSource">The source; registered as singleton unless it is registered already. Its constructor may take <see cref="SourceReference"/>.</typeparam>
    /// <typeparam name="TMapper">The mapper; registered as scoped unless it is registered already.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="documentId">
    /// Tells the document's id from a body; messages of one document are worked on one after another, in the order received.
    /// </param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerSourceWorker<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMapper>(
        this IServiceCollection services,
        Func<TMessage, string> documentId,
        Action<SourceWorkerOptions>? configure = null)
        where TSource : class, IDocumentSource<TMessage>
        where TMapper : class, IDocumentMapper<TMessage> =>
        services.AddHevlayerSourceWorker<TMessage, TSource, TMapper>(Options.Options.DefaultName, documentId, configure);

    /// <summary>The same for one of several workers in a process.</summary>
    /// <typeparam name="TMessage">What the bodies of messages are read into.</typeparam>
    /// <typeparam name="TSource">The source, taken under the worker's name where it is registered with that key, else without a key.</typeparam>
    /// <typeparam name="TMapper">The mapper; registered as scoped unless it is registered already.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Source:name</c>; a source or chunker under this key is taken first.</param>
    /// <param name="documentId">Tells the document's id from a body.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerSourceWorker<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMapper>(
        this IServiceCollection services,
        string name,
        Func<TMessage, string> documentId,
        Action<SourceWorkerOptions>? configure = null)
        where TSource : class, IDocumentSource<TMessage>
        where TMapper : class, IDocumentMapper<TMessage>
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddScoped<TMapper>();
        return services.AddSource<TMessage, TSource>(
            name,
            documentId,
            static provider => new ScopedMapper<TMessage, TMapper>(provider.GetRequiredService<IServiceScopeFactory>()),
            configure);
    }

    private static IServiceCollection AddSource<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IServiceCollection services,
        string name,
        Func<TMessage, string> documentId,
        Func<IServiceProvider, IDocumentMapper<TMessage>> mapper,
        Action<SourceWorkerOptions>? configure)
        where TSource : class, IDocumentSource<TMessage>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(documentId);
        services.TryAddSingleton<TSource>();
        services.TryAddSingleton(static provider => SourceReference.Read(provider.GetService<IConfiguration>()));
        services.TryAddSingleton<ITextChunker>(static _ => new FixedSizeChunker());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<SourceWorkerOptions>, ConfigureSourceWorkerOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SourceWorkerOptions>, ValidateSourceWorkerOptions>());
        var statusKey = name.Length > 0 ? name : UnnamedStatus;
        return services.AddWorker(
            new WorkerDescription<SourceWorkerOptions>(
                name,
                statusKey,
                (provider, options) => new WorkerStatus(statusKey, options.PipelineId, options.LivenessLimit, WorkerRegistration.ClockOf(provider)),
                (provider, options, status) => new SourceWorkerService(
                    options,
                    provider.GetRequiredService<IHevlayerClient>(),
                    new MessageFeed<TMessage>(ServiceOf<TSource>(provider, name), mapper(provider), documentId),
                    ServiceOf<ITextChunker>(provider, name),
                    status,
                    provider.GetRequiredService<IHostApplicationLifetime>(),
                    provider.GetRequiredService<IOptions<HostOptions>>(),
                    WorkerRegistration.ClockOf(provider),
                    provider.GetRequiredService<ILogger<SourceWorkerService>>())),
            configure);
    }

    private static T ServiceOf<T>(IServiceProvider provider, string name)
        where T : notnull =>
        provider.GetKeyedService<T>(name) ?? provider.GetRequiredService<T>();
}
