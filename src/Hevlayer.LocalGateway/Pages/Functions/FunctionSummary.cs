namespace Hevlayer.Local;

/// <summary>A function on the page of functions.</summary>
internal sealed record FunctionSummary(string Id, bool Paused, IReadOnlyList<string> Namespaces, string? Version, long Ready, long Held, long Failed, long SweepsCompleted, string? Asking)
{
    public static FunctionSummary Of(FunctionSight sight) => new(
        sight.Udf.Id,
        sight.Udf.Paused,
        sight.Udf.Spec.TargetNamespaces ?? [],
        sight.Udf.Spec.Version,
        sight.Status.PendingCount,
        sight.Status.ProcessingCount,
        sight.Status.FailedCount,
        sight.Status.Discovery.SweepsCompleted,
        sight.Asking);
}
