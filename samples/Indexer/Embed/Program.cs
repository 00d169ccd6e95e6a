using Hevlayer.Indexer;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

using var embedder = EmbedderChoice.Open(args.FirstOrDefault(), NullLogger.Instance);
var metadata = embedder.GetService<EmbeddingGeneratorMetadata>();
Console.WriteLine($"{metadata?.DefaultModelId}, {metadata?.DefaultModelDimensions} dimensions");
