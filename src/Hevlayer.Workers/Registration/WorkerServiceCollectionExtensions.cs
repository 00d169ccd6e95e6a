using Hevlayer;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers workers.</summary>
public static class WorkerServiceCollectionExtensions
{
    /// <summary>
    /// Begins the registration of workers. The client is registered along with the first, as
    /// <see cref="HevlayerServiceCollectionExtensions.AddHevlayer(IServiceCollection, Action{HevlayerClientOptions}?)"/> does it.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    public static HevlayerWorkersBuilder AddHevlayerWorkers(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new(services);
    }

    /// <summary>
    /// Registers one worker that claims documents, embeds their chunks with the container's
    /// <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of text and <see cref="Embedding{T}"/> of float, and indexes
    /// them: short for <see cref="AddHevlayerWorkers"/> and <see cref="HevlayerWorkersBuilder.AddEmbedding"/>.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    public static IServiceCollection AddHevlayerEmbeddingWorker(this IServiceCollection services, Action<DocumentWorkerOptions>? configure = null) =>
        services.AddHevlayerWorkers().AddEmbedding(configure: configure).Services;
}
