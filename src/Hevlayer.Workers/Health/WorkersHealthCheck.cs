using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hevlayer.Workers;

/// <summary>Whether the loops of all workers are alive: unhealthy when one is stuck, degraded while claims or receives fail.</summary>
internal sealed class WorkersHealthCheck(IEnumerable<WorkerStatus> workers) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var all = workers.ToList();
        var data = all.ToDictionary(static worker => worker.DisplayName, static worker => (object)Describe(worker), StringComparer.Ordinal);
        return Task.FromResult(
            all.Find(static worker => worker.IsStuck) is { } stuck
                ? new HealthCheckResult(context.Registration.FailureStatus, $"The loop of worker {stuck.DisplayName} has shown no sign of life for {stuck.SinceLastSign}.", data: data)
            : all.Find(static worker => worker.LastClaimError is not null) is { } failing
                ? HealthCheckResult.Degraded($"Worker {failing.DisplayName} cannot claim or receive: {failing.LastClaimError}", data: data)
            : all.Find(static worker => worker.FailureStreak >= TakePacing.StreakBeforePause) is { } luckless
                ? HealthCheckResult.Degraded($"Worker {luckless.DisplayName} has had {luckless.FailureStreak} failed attempts in a row.", data: data)
            : all.Find(static worker => worker.Abandoned > 0) is { } abandoned
                ? HealthCheckResult.Degraded($"Worker {abandoned.DisplayName} has {abandoned.Abandoned} handlers that are still running although they were cancelled.", data: data)
            : HealthCheckResult.Healthy(data: data));
    }

    private static string Describe(WorkerStatus worker) =>
        $"{worker.State}: {worker.Claimed} claimed, {worker.Completed} completed, {worker.Failed} failed, {worker.LeasesLost} leases lost, {worker.Released} released";
}
