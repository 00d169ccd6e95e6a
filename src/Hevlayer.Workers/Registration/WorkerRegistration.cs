using System.Diagnostics.CodeAnalysis;
using Hevlayer;
using Hevlayer.Workers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the registrations of all workers share.</summary>
internal static class WorkerRegistration
{
    /// <summary>Registers what a worker needs: the client, its options, its status, the watchdog, and the service that runs it.</summary>
    /// <typeparam name="TOptions">The options of the worker.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is such a worker already.</exception>
    public static IServiceCollection AddWorker<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services,
        WorkerDescription<TOptions> worker,
        Action<TOptions>? configure)
        where TOptions : class
    {
        var key = worker.StatusKey;
        if (services.Any(service => service.ServiceType == typeof(WorkerStatus) && Equals(service.ServiceKey, key)))
        {
            throw new InvalidOperationException(worker.Name.Length == 0
                ? "A worker without a name is registered already: give each worker of a process a name."
                : $"A worker '{worker.Name}' is registered already.");
        }

        services.AddHevlayer();
        services.AddOptionsWithValidateOnStart<TOptions>(worker.Name).Configure(configure ?? (static _ => { }));
        services.AddKeyedSingleton(key, (provider, _) => worker.Status(provider, OptionsOf<TOptions>(provider, worker.Name)));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<WorkerStatus>(key));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WorkerWatchdog>(static provider =>
            ActivatorUtilities.CreateInstance<WorkerWatchdog>(provider, ClockOf(provider))));
        return services.AddSingleton(provider => worker.Service(
            provider,
            OptionsOf<TOptions>(provider, worker.Name),
            provider.GetRequiredKeyedService<WorkerStatus>(key)));
    }

    public static TimeProvider ClockOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static TOptions OptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
}
