namespace Hevlayer.Indexer.Tests;

/// <summary>A stage of the indexer; the names are those of the programs.</summary>
internal enum WorkerKind
{
    ExtractChunk,
    Embed,
}
