using Hevlayer.Workers;

namespace Hevlayer.Conventions.Tests;

/// <summary>Indexes the length of each chunk.</summary>
internal sealed class IndexLengths : IDocumentHandler
{
    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken) =>
        Task.FromResult(DocumentOutcome.Index([.. document.Chunks.Select(static chunk =>
            new VectorEntry { Id = chunk.Id, Vector = new float[] { chunk.Text!.Length } })]));
}
