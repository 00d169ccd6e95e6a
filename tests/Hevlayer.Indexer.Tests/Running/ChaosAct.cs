namespace Hevlayer.Indexer.Tests;

/// <summary>What is done to a worker.</summary>
internal enum ChaosAct
{
    Kill,
    Freeze,
    End,
}
