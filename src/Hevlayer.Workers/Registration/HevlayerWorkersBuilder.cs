using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hevlayer.Workers;

/// <summary>
/// Registers workers, each as a service of the host. A process can have several when each has a name; a worker that claims
/// and one that receives may share one. A named worker takes the <see cref="IHevlayerClient"/>, the embedding generator, the
/// source, the <see cref="ITextChunker"/>, the <see cref="IAttemptJournal"/> and the <see cref="TimeProvider"/> that are
/// registered under its name, and the unkeyed ones where there is none.
/// </summary>
public sealed partial class HevlayerWorkersBuilder
{
    internal HevlayerWorkersBuilder(IServiceCollection services) => Services = services;

    /// <summary>The container's registrations.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Adds a worker that claims documents, embeds their chunks with the container's
    /// <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of text and <see cref="Embedding{T}"/> of float, and indexes
    /// them, one row a chunk.
    /// </summary>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Worker:name</c>; empty for the one without a name.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is such a worker already.</exception>
    /// <exception cref="ArgumentException">The name belongs to source or function workers.</exception>
    public HevlayerWorkersBuilder AddEmbedding(string name = "", Action<DocumentWorkerOptions>? configure = null)
    {
        Check(name);
        Services.AddDocumentWorker(name, configure, (provider, options, status) => DocumentWorkerRegistration.CreateEmbeddingHandler(provider, name, options, status));
        return this;
    }

    /// <summary>Adds a worker that claims documents and gives each to a handler, which comes from a scope of its own.</summary>
    /// <typeparam name="THandler">The handler; registered as scoped unless it is registered already.</typeparam>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Worker:name</c>; empty for the one without a name.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is such a worker already.</exception>
    /// <exception cref="ArgumentException">The name belongs to source or function workers.</exception>
    public HevlayerWorkersBuilder AddDocuments<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(string name = "", Action<DocumentWorkerOptions>? configure = null)
        where THandler : class, IDocumentHandler
    {
        Check(name);
        Services.TryAddScoped<THandler>();
        Services.AddDocumentWorker(name, configure, static (provider, _, _) => new ScopedHandler<THandler>(provider.GetRequiredService<IServiceScopeFactory>()));
        return this;
    }

    /// <summary>
    /// Adds a worker that receives messages from a source, makes a document of each, splits its text with the container's
    /// <see cref="ITextChunker"/> (<see cref="FixedSizeChunker"/> with its default size unless there is one), stages the
    /// chunks, and acknowledges the message.
    /// </summary>
    /// <typeparam name="TMessage">What the bodies of messages are read into.</typeparam>
    /// <typeparam name="TSource">The source; registered as singleton unless it is registered already. Its constructor may take <see cref="SourceReference"/>.</typeparam>
    /// <param name="documentId">
    /// Tells the document's id from a body; messages of one document are worked on one after another, in the order received.
    /// </param>
    /// <param name="content">Makes the content from a body; null for one that nothing is to be staged for.</param>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Source:name</c>; empty for the one without a name.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is such a worker already.</exception>
    public HevlayerWorkersBuilder AddSource<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        Func<TMessage, string> documentId,
        Func<TMessage, SourceDocument?> content,
        string name = "",
        Action<SourceWorkerOptions>? configure = null)
        where TSource : class, IDocumentSource<TMessage>
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        Services.AddSourceWorker<TMessage, TSource>(name, documentId, _ => new DelegateMapper<TMessage>(content), configure);
        return this;
    }

    /// <summary>Adds a source worker whose documents are made by a mapper, which comes from a scope of its own for each message.</summary>
    /// <typeparam name="TMessage">What the bodies of messages are read into.</typeparam>
    /// <typeparam name="TSource">The source; registered as singleton unless it is registered already. Its constructor may take <see cref="SourceReference"/>.</typeparam>
    /// <typeparam name="TMapper">The mapper; registered as scoped unless it is registered already.</typeparam>
    /// <param name="documentId">
    /// Tells the document's id from a body; messages of one document are worked on one after another, in the order received.
    /// </param>
    /// <param name="name">Name of the worker, of its options and of its section <c>Hevlayer:Source:name</c>; empty for the one without a name.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is such a worker already.</exception>
    public HevlayerWorkersBuilder AddSource<TMessage, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMapper>(
        Func<TMessage, string> documentId,
        string name = "",
        Action<SourceWorkerOptions>? configure = null)
        where TSource : class, IDocumentSource<TMessage>
        where TMapper : class, IDocumentMapper<TMessage>
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(name);
        Services.TryAddScoped<TMapper>();
        Services.AddSourceWorker<TMessage, TSource>(
            name,
            documentId,
            static provider => new ScopedMapper<TMessage, TMapper>(provider.GetRequiredService<IServiceScopeFactory>()),
            configure);
        return this;
    }

    private static void Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (SourceWorkerRegistration.IsStatusName(name))
        {
            throw new ArgumentException($"A worker that claims cannot be called '{name}': the status of a source worker has that name.", nameof(name));
        }

        if (FunctionWorkerRegistration.IsStatusName(name))
        {
            throw new ArgumentException($"A worker that claims cannot be called '{name}': the status of a function worker has that name.", nameof(name));
        }
    }
}
