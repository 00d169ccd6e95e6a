namespace Hevlayer.Workers;

/// <summary>What the options of all workers have.</summary>
/// <typeparam name="TSelf">The options.</typeparam>
internal interface IWorkerOptions<out TSelf>
{
    string PipelineId { get; }

    /// <summary>The function of a worker that works for one; null for those that work for a pipeline.</summary>
    string? FunctionId => null;

    TimeSpan LivenessLimit { get; }

    WorkerShutdownOptions Shutdown { get; }

    /// <summary>A copy that later changes of these options do not affect.</summary>
    TSelf Copy();
}
