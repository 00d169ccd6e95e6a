using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>Registers workers that compute functions.</summary>
internal static class FunctionWorkerRegistration
{
    private const string Unnamed = "function";

    // A status counts only when it is younger than the wait, which takes a quarter of a minute.
    private static readonly TimeSpan LeastEnsureTime = TimeSpan.FromMinutes(1);

    /// <summary>The name of a function worker's status, and of no other worker's.</summary>
    public static string StatusName(string name) => name.Length == 0 ? Unnamed : $"{Unnamed}:{name}";

    /// <summary>Whether a name would be taken for that of a function worker's status.</summary>
    public static bool IsStatusName(string name) => name == Unnamed || name.StartsWith($"{Unnamed}:", StringComparison.Ordinal);

    public static void AddFunctionWorker(this IServiceCollection services, FunctionShape shape, Action<FunctionWorkerOptions>? configure, Func<IServiceProvider, FunctionWorkerOptions, WorkerStatus, IFunctionHandler> handler)
    {
        var name = shape.Name;
        services.AddWorkerOptions<FunctionWorkerOptions, ConfigureFunctionWorkerOptions>(FunctionWorkerRules.Problems, ConfigureFunctionWorkerOptions.Section);
        services.AddSingleton(shape);
        services.AddWorker(name, StatusName(name), configure, (provider, options, status) =>
        {
            var ensureTime = options.LivenessLimit / 2 > LeastEnsureTime ? options.LivenessLimit / 2 : LeastEnsureTime;
            var terms = new FunctionTerms(options.FunctionId, options.Lease, ensureTime);
            var gateway = new FunctionGateway(provider.Require<IHevlayerClient>(name), terms);
            var work = handler(provider, options, status);
            var log = provider.GetRequiredService<ILogger<FunctionWorker>>();
            return stopping => new FunctionWorker(options, gateway, work, status, new(options.FunctionId), provider.ClockOf(name), WorkerServices.Random, log, stopping);
        });
    }

    /// <summary>A function that embeds with the generator of its worker.</summary>
    /// <exception cref="InvalidOperationException">There is no generator.</exception>
    public static EmbeddingFunction CreateEmbeddingFunction(IServiceProvider provider, string name, FunctionWorkerOptions options, WorkerStatus status, Func<FunctionItem, string?> text)
    {
        var generator = provider.Find<IEmbeddingGenerator<string, Embedding<float>>>(name) ?? throw new InvalidOperationException(
            "The embedding function needs an IEmbeddingGenerator<string, Embedding<float>>: register one, with AddEmbeddingGenerator or AddSingleton.");
        var telemetry = new FunctionTelemetry(options.FunctionId);
        var batcher = new EmbeddingBatcher(
            generator,
            options.Embedding,
            options.MaxConcurrentRows,
            options.Shutdown.CancelGrace,
            provider.ClockOf(name),
            batch =>
            {
                telemetry.Embedded(batch);
                status.Progress.Embedded(batch);
            },
            provider.GetRequiredService<ILogger<EmbeddingBatcher>>(),
            provider.GetRequiredService<ProviderBudgets>().Of(generator, options.Embedding.Budget, provider.ClockOf(name)));
        return new EmbeddingFunction(batcher, text);
    }
}
