namespace Hevlayer.Workers.Tests;

/// <summary>A handler of an app that does the app's work.</summary>
internal sealed class WorkingHandler(Work work) : IDocumentHandler
{
    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken) => work.DoAsync(document, cancellationToken);
}
