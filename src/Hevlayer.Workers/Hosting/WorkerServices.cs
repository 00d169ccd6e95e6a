using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers;

/// <summary>What a named worker takes from the container: the service under its name where there is one, else the unkeyed one.</summary>
internal static class WorkerServices
{
    /// <summary>The randomness of all workers of a process; safe for many threads.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is where randomness comes in; from here on it is an input.")]
    public static Random Random => Random.Shared;

    public static T? Find<T>(this IServiceProvider provider, string name)
        where T : class =>
        (name.Length > 0 ? provider.GetKeyedService<T>(name) : null) ?? provider.GetService<T>();

    public static T Require<T>(this IServiceProvider provider, string name)
        where T : class =>
        provider.Find<T>(name) ?? provider.GetRequiredService<T>();

    public static TimeProvider ClockOf(this IServiceProvider provider, string name) => provider.Find<TimeProvider>(name) ?? TimeProvider.System;
}
