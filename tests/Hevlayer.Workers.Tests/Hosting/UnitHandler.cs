namespace Hevlayer.Workers.Tests;

/// <summary>A handler with a scoped dependency.</summary>
internal sealed class UnitHandler(UnitOfWork unit) : IDocumentHandler
{
    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        unit.Documents.Add(document.Id);
        return document is { Id: "b", Attempt: 1 }
            ? throw new IOException("once")
            : Task.FromResult(WorkHandler.Rows(document));
    }
}
