namespace Hevlayer.Workers.Tests;

/// <summary>Calls of a worker to its gateway.</summary>
internal enum CallKind
{
    Claim,
    ReadChunks,
    PutChunks,
    PutVectors,
    AskRows,
    Mark,
    WriteRows,
    Look,
    Remove,
    Heartbeat,
    Move,
}
