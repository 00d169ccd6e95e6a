using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hevlayer.Workers;

/// <summary>Names of what workers measure and trace, for OpenTelemetry's <c>AddMeter</c> and <c>AddSource</c>.</summary>
public static class WorkerDiagnostics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Hevlayer.Workers";

    /// <summary>Name of the activity source.</summary>
    public const string ActivitySourceName = "Hevlayer.Workers";

    internal static ActivitySource Source { get; } = new(ActivitySourceName);

    internal static Meter Meter { get; } = new(MeterName);
}
