using Hevlayer.Workers;
using OpenTelemetry;

namespace MyFunction;

internal static class Observability
{
    /// <summary>Sends traces and metrics to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; nowhere without it.</summary>
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            builder.Services.AddOpenTelemetry()
                .WithMetrics(static metrics => metrics.AddMeter(WorkerDiagnostics.MeterName))
                .WithTracing(static traces => traces.AddSource(WorkerDiagnostics.ActivitySourceName))
                .UseOtlpExporter();
        }
    }
}
