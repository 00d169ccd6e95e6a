using System.Diagnostics.Metrics;

namespace Hevlayer.Workers;

/// <summary>Measures one function worker.</summary>
internal sealed class FunctionTelemetry(string functionId) : EngineTelemetry(Shared, functionId, "hevlayer.function")
{
    private static readonly Meter Meter = WorkerDiagnostics.Meter;
    private static readonly EngineInstruments Shared = new("hevlayer.function", "row", "claimed", "heartbeat");

    private static readonly Counter<long> CompletedRows = Meter.CreateCounter<long>("hevlayer.function.rows.completed", "{row}", "Rows completed.");
    private static readonly Counter<long> FailedRows = Meter.CreateCounter<long>("hevlayer.function.rows.failed", "{row}", "Rows reported as failures, transient or permanent.");
    private static readonly Counter<long> ReleasedRows = Meter.CreateCounter<long>("hevlayer.function.rows.released", "{row}", "Rows released because the worker ended.");
    private static readonly Histogram<double> HeartbeatAges = Meter.CreateHistogram<double>("hevlayer.function.heartbeat.age", "s", "Time since the last heartbeat that succeeded, when the next is due.");
    private static readonly Histogram<long> BatchSizes = Meter.CreateHistogram<long>("hevlayer.function.batch.size", "{text}", "Texts in a batch.");
    private static readonly Histogram<double> BatchFills = Meter.CreateHistogram<double>("hevlayer.function.batch.fill", "1", "How full a batch is, by the limit it is closest to.");
    private static readonly Histogram<double> EmbedDurations = Meter.CreateHistogram<double>("hevlayer.function.embed.duration", "s", "Time to embed a batch.");

    public AttemptSpan StartAttempt(string row, int attempt) => StartAttempt("process row", row, attempt);

    public void Completed(long rows) => CompletedRows.Add(rows, Pipeline);

    public void Failed(bool isPermanent, FaultKind cause) => FailedRows.Add(
        1,
        Pipeline,
        new("hevlayer.failure", isPermanent ? "permanent" : "transient"),
        new("error.type", FailureNames.Of(cause)));

    public override void Released(long items) => ReleasedRows.Add(items, Pipeline);

    public override void RenewalDue(TimeSpan age) => HeartbeatAges.Record(age.TotalSeconds, Pipeline);

    public void Embedded(EmbeddedBatch batch)
    {
        BatchSizes.Record(batch.Texts, Pipeline);
        BatchFills.Record(batch.Fill, Pipeline);
        EmbedDurations.Record(batch.Time.TotalSeconds, Pipeline);
    }
}
