using System.Diagnostics.Metrics;

namespace Hevlayer.Workers;

/// <summary>The instruments that all kinds of work have, under names of their own.</summary>
/// <param name="prefix">Start of the names.</param>
/// <param name="item">What is worked on.</param>
/// <param name="taken">How it is taken.</param>
/// <param name="renewal">What renews its lease.</param>
internal sealed class EngineInstruments(string prefix, string item, string taken, string renewal)
{
    private static readonly Meter Meter = WorkerDiagnostics.Meter;

    public Counter<long> Taken { get; } = Meter.CreateCounter<long>($"{prefix}.{item}s.{taken}", $"{{{item}}}", $"Number of {item}s {taken}.");

    public UpDownCounter<long> Held { get; } = Meter.CreateUpDownCounter<long>($"{prefix}.{item}s.held", $"{{{item}}}", $"Number of {item}s held now.");

    public Counter<long> FailedAttempts { get; } = Meter.CreateCounter<long>($"{prefix}.attempts.failed", "{attempt}", $"Attempts at a {item} that failed.");

    public Counter<long> LostLeases { get; } = Meter.CreateCounter<long>($"{prefix}.leases.lost", "{lease}", $"Leases lost while a {item} was worked on.");

    public Counter<long> FailedRenewals { get; } = Meter.CreateCounter<long>($"{prefix}.{renewal}s.failed", $"{{{renewal}}}", $"Number of {renewal}s that failed.");

    public Histogram<double> QueueWaits { get; } = Meter.CreateHistogram<double>($"{prefix}.queue.wait", "s", $"Time from when a {item} was {taken} to the work on it.");
}
