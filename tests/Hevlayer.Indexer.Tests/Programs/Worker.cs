namespace Hevlayer.Indexer.Tests;

/// <summary>A worker of a fleet.</summary>
/// <param name="Id">The id it claims under.</param>
/// <param name="Kind">Its stage.</param>
/// <param name="Program">Its process.</param>
internal sealed record Worker(string Id, WorkerKind Kind, RunningProgram Program);
