namespace Hevlayer.Local;

/// <summary>Why a document or a row is where it is.</summary>
internal enum Cause
{
    /// <summary>Nothing is left to do.</summary>
    Done,

    /// <summary>A worker has it.</summary>
    InWork,

    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>No worker asks.</summary>
    NoWorker,

    /// <summary>A worker asks with a key that may not.</summary>
    WorkerWithoutScope,

    /// <summary>Its holder is silent, and its lease still runs.</summary>
    SilentHolder,

    /// <summary>Its chunk bodies are gone.</summary>
    ChunksMissing,

    /// <summary>An attempt failed, and it will be retried.</summary>
    WaitingForRetry,

    /// <summary>Workers claim and release it, and nothing is indexed.</summary>
    BrokenHandler,

    /// <summary>It is in a stage from which nobody claims.</summary>
    WrongStage,

    /// <summary>Its function is paused.</summary>
    PausedFunction,

    /// <summary>A fault on demand strikes the calls that it needs.</summary>
    InjectedFault,

    /// <summary>It was staged again while a worker held it.</summary>
    StagedWhileHeld,

    /// <summary>It was given up.</summary>
    Failed,

    /// <summary>Its leases run out one after another: it may end its workers.</summary>
    Poison,
}
