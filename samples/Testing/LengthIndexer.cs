using Hevlayer.Workers;

namespace Hevlayer.Samples.Testing;

/// <summary>The code under test, as an application has it: indexes each chunk by the length of its text, and refuses empty ones.</summary>
public sealed class LengthIndexer : IDocumentHandler
{
    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Task.FromResult(document.Chunks.Any(static chunk => string.IsNullOrWhiteSpace(chunk.Text))
            ? DocumentOutcome.Fail("A chunk has no text.")
            : DocumentOutcome.Index([.. document.Chunks.Select(RowOf)]));
    }

    private static VectorEntry RowOf(Chunk chunk) => new()
    {
        Id = chunk.Id,
        Vector = new float[] { chunk.Text!.Length, 1 },
        Attributes = new() { ["text"] = chunk.Text },
    };
}
