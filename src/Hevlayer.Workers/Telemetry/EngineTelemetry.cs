using System.Diagnostics;
namespace Hevlayer.Workers;

/// <summary>Measures what the engine does; every instrument is tagged with the pipeline, or with the function.</summary>
internal abstract class EngineTelemetry(EngineInstruments instruments, string pipelineId, string tag = "hevlayer.pipeline")
{
    protected string PipelineId => pipelineId;

    protected KeyValuePair<string, object?> Pipeline { get; } = new(tag, pipelineId);

    public void Taken(int items)
    {
        instruments.Taken.Add(items, Pipeline);
        instruments.Held.Add(items, Pipeline);
    }

    public void HoldEnded() => instruments.Held.Add(-1, Pipeline);

    public void WorkBegan(TimeSpan sinceTaken) => instruments.QueueWaits.Record(sinceTaken.TotalSeconds, Pipeline);

    public void AttemptFailed(FaultKind kind) => instruments.FailedAttempts.Add(1, Pipeline, new("error.type", FailureNames.Of(kind)));

    public void LeaseLost() => instruments.LostLeases.Add(1, Pipeline);

    public void RenewalFailed() => instruments.FailedRenewals.Add(1, Pipeline);

    /// <summary>Items were released because the worker ended.</summary>
    public virtual void Released(long items)
    {
    }

    /// <summary>Time since the last renewal that succeeded, when the next is due.</summary>
    public virtual void RenewalDue(TimeSpan age)
    {
    }

    /// <summary>Begins the span of one attempt.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="item">Id of the item.</param>
    /// <param name="attempt">Number of the attempt, from 1.</param>
    protected AttemptSpan StartAttempt(string name, string item, int attempt)
    {
        var activity = WorkerDiagnostics.Source.StartActivity(name, ActivityKind.Consumer);
        activity?.SetTag("messaging.system", "hevlayer");
        activity?.SetTag("messaging.operation.type", "process");
        activity?.SetTag("messaging.destination.name", PipelineId);
        activity?.SetTag("messaging.message.id", item);
        activity?.SetTag("hevlayer.attempt", attempt);
        return new(activity);
    }
}
