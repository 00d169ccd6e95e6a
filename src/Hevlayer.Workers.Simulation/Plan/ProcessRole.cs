namespace Hevlayer.Workers.Simulation;

/// <summary>What a process of a history does.</summary>
internal enum ProcessRole
{
    /// <summary>The last worker of the pipeline: it indexes.</summary>
    Indexer,

    /// <summary>The worker before it: it restages documents, or moves them on.</summary>
    Relay,

    /// <summary>Stages the documents that messages tell of.</summary>
    Source,
}
