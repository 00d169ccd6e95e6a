using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hevlayer.Workers;

/// <summary>Whether the gateway can be reached and knows the pipelines and functions of all workers.</summary>
internal sealed class GatewayHealthCheck(IServiceProvider services, IEnumerable<WorkerStatus> workers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        try
        {
            foreach (var (layer, pipeline) in workers.Where(static worker => worker.FunctionId is null).Select(worker => (services.Require<IHevlayerClient>(worker.ServiceName), worker.PipelineId)).Distinct())
            {
                var status = await layer.GetPipelineStatusAsync(pipeline, cancellationToken);
                data[pipeline] = $"{status.PendingCount} documents wait, {status.ProcessingCount} are held, {status.FailedCount} failed";
            }

            foreach (var worker in workers.Where(static worker => worker.FunctionId is not null))
            {
                var status = await services.Require<IHevlayerClient>(worker.ServiceName).Api.GetUdfStatusAsync(worker.FunctionId!, cancellationToken: cancellationToken);
                data[worker.FunctionId!] = $"{status.PendingCount} rows wait, {status.ProcessingCount} are held, {status.FailedCount} failed{(status.Paused ? "; the function is paused" : string.Empty)}";
            }

            return HealthCheckResult.Healthy(data: data);
        }
        catch (HevlayerException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, data: data);
        }
    }
}
