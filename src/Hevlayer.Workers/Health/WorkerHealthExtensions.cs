using Hevlayer.Workers;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health checks of workers.</summary>
public static class WorkerHealthExtensions
{
    /// <summary>
    /// Adds two checks: <c>hevlayer-workers</c> (tag <c>live</c>), which fails when the loop of a worker is stuck, and
    /// <c>hevlayer-gateway</c> (tag <c>ready</c>), which fails when the gateway cannot be reached or does not know the
    /// pipeline or the function.
    /// </summary>
    /// <param name="builder">The checks.</param>
    /// <param name="timeout">Longest time to wait for the gateway; default 5 seconds.</param>
    public static IHealthChecksBuilder AddHevlayerWorkers(this IHealthChecksBuilder builder, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddCheck<WorkersHealthCheck>("hevlayer-workers", HealthStatus.Unhealthy, ["live"])
            .AddCheck<GatewayHealthCheck>("hevlayer-gateway", HealthStatus.Unhealthy, ["ready"], timeout ?? TimeSpan.FromSeconds(5));
    }
}
