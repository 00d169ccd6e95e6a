using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hevlayer.Workers;

/// <summary>Whether the gateway can be reached and knows the pipelines of all workers.</summary>
internal sealed class GatewayHealthCheck(IServiceProvider services, IEnumerable<WorkerStatus> workers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        try
        {
            foreach (var (layer, pipeline) in workers.Select(worker => (services.Require<IHevlayerClient>(worker.ServiceName), worker.PipelineId)).Distinct())
            {
                var status = await layer.GetPipelineStatusAsync(pipeline, cancellationToken);
                data[pipeline] = $"{status.PendingCount} documents wait, {status.ProcessingCount} are held, {status.FailedCount} failed";
            }

            return HealthCheckResult.Healthy(data: data);
        }
        catch (HevlayerException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, data: data);
        }
    }
}
