namespace Hevlayer.Workers.Simulation;

/// <summary>A handler under test, and the faults of the documents it is given.</summary>
internal sealed class FaultyHandler(IDocumentHandler inner, DocumentFaults faults, Action die) : IDocumentHandler
{
    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        await faults.HappenAsync(document.Id, die, cancellationToken);
        return await inner.HandleAsync(document, cancellationToken);
    }
}
