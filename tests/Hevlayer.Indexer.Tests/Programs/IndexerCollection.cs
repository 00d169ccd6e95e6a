namespace Hevlayer.Indexer.Tests;

/// <summary>Tests that start programs or need the SQS server, one after another: they share a machine with each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class IndexerCollection : ICollectionFixture<SqsServer>
{
    public const string Name = "Indexer";
}
