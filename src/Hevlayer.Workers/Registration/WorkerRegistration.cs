using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>What the registrations of all workers share.</summary>
internal static class WorkerRegistration
{
    /// <summary>Registers what a worker needs: the client, its options, its status, the watchdog, and the service that runs it.</summary>
    /// <typeparam name="TOptions">The options of the worker.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="name">Name of the worker and of its options; empty for the unnamed one.</param>
    /// <param name="statusName">Name of its status, which no other worker has.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <param name="engine">Prepares the worker, before the host starts its services, and then makes it.</param>
    /// <exception cref="InvalidOperationException">There is such a worker already.</exception>
    public static void AddWorker<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services,
        string name,
        string statusName,
        Action<TOptions>? configure,
        Func<IServiceProvider, TOptions, WorkerStatus, Func<CancellationToken, WorkerEngine>> engine)
        where TOptions : class, IWorkerOptions<TOptions>
    {
        if (services.Any(service => service.ServiceType == typeof(WorkerStatus) && Equals(service.ServiceKey, statusName)))
        {
            throw new InvalidOperationException(name.Length == 0
                ? "A worker without a name is registered already: give each worker of a process a name."
                : $"A worker '{name}' is registered already.");
        }

        services.AddHevlayer();
        services.TryAddSingleton<ProviderBudgets>();
        services.AddOptionsWithValidateOnStart<TOptions>(name).Configure(configure ?? (static _ => { }));
        services.AddKeyedSingleton(statusName, (provider, _) =>
        {
            var options = OptionsOf<TOptions>(provider, name);
            return new WorkerStatus(statusName, options.PipelineId, options.LivenessLimit, provider.ClockOf(name)) { FunctionId = options.FunctionId, ServiceName = name };
        });
        services.AddSingleton(provider => provider.GetRequiredKeyedService<WorkerStatus>(statusName));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WorkerWatchdog>(static provider =>
            ActivatorUtilities.CreateInstance<WorkerWatchdog>(provider, provider.ClockOf(string.Empty))));
        services.AddSingleton<IHostedService>(provider =>
        {
            var options = OptionsOf<TOptions>(provider, name).Copy();
            return new WorkerService(
                options.Shutdown,
                engine(provider, options, provider.GetRequiredKeyedService<WorkerStatus>(statusName)),
                provider.GetRequiredService<IHostApplicationLifetime>(),
                provider.GetRequiredService<IOptions<HostOptions>>(),
                provider.GetRequiredService<ILogger<WorkerService>>());
        });
    }

    /// <summary>Registers where the options of a kind of worker come from, and how they are checked.</summary>
    public static void AddWorkerOptions<TOptions, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TConfigure>(this IServiceCollection services, Func<TOptions, IEnumerable<string>> problems, Func<string?, string> section)
        where TOptions : class
        where TConfigure : class, IConfigureOptions<TOptions>
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TOptions>, TConfigure>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, ValidateWorkerOptions<TOptions>>(_ => new(problems, section)));
    }

    private static TOptions OptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
}
