namespace Hevlayer.Workers.Simulation;

/// <summary>Gives each worker options of its own.</summary>
internal static class WorkerOptions
{
    public static DocumentWorkerOptions Copy(DocumentWorkerOptions options, string workerId, DocumentStage stage, DocumentStage claimStage) => new()
    {
        PipelineId = options.PipelineId,
        WorkerId = workerId,
        Stage = stage.Value,
        ClaimStage = claimStage.Value,
        DocumentIdPrefix = options.DocumentIdPrefix,
        Lease = options.Lease,
        ClaimLimit = options.ClaimLimit,
        MaxConcurrentDocuments = options.MaxConcurrentDocuments,
        MaxHeldDocuments = options.MaxHeldDocuments,
        MaxBufferedBytes = options.MaxBufferedBytes,
        MaxWriteBytes = options.MaxWriteBytes,
        WriteRowsWith = options.WriteRowsWith,
        LateWriteDelay = options.LateWriteDelay,
        StateDirectory = options.StateDirectory,
        ReadChunks = options.ReadChunks,
        HandlerTimeout = options.HandlerTimeout,
        IdlePause = options.IdlePause,
        MaxIdlePause = options.MaxIdlePause,
        MaxErrorPause = options.MaxErrorPause,
        LivenessLimit = options.LivenessLimit,
        Retry = options.Retry,
        Shutdown = options.Shutdown,
        Embedding = options.Embedding,
    };
}
