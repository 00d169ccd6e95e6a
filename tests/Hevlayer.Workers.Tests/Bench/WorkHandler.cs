namespace Hevlayer.Workers.Tests;

/// <summary>A handler that does what a test says, and remembers what it was given.</summary>
internal sealed class WorkHandler(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work) : IDocumentHandler
{
    public List<DocumentContext> Given { get; } = [];

    /// <summary>Rows of a document, one a chunk.</summary>
    public static DocumentOutcome Rows(DocumentContext document) =>
        DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[] { 1, 2 } })]);

    /// <summary>Takes a time on the worker's clock, and gives the rows.</summary>
    public static WorkHandler Taking(TimeSpan time) => new(async (document, cancellationToken) =>
    {
        await Task.Delay(time, document.Clock, cancellationToken);
        return Rows(document);
    });

    /// <summary>Gives at once rows of 1,024 components each, one a chunk.</summary>
    public static WorkHandler Large() => new(static (document, _) => Task.FromResult(
        DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[1024] })])));

    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        Given.Add(document);
        return work(document, cancellationToken);
    }
}
