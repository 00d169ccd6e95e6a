using Hevlayer.Workers;

namespace Hevlayer.Histories.Tests;

/// <summary>A handler that does what a test says.</summary>
internal sealed class ScriptedHandler(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work) : IDocumentHandler
{
    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken) => work(document, cancellationToken);
}
