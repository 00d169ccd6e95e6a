namespace Hevlayer.Workers.Simulation;

/// <summary>A handler under test, and the faults of the documents it is given.</summary>
internal sealed class FaultyHandler(IDocumentHandler inner, DocumentFaults faults, Action die) : IDocumentHandler
{
    private static readonly TimeSpan Midway = TimeSpan.FromMilliseconds(500);

    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        await faults.HappenAsync(document.Id, die, cancellationToken, cancelsMidway: true);
        if (!faults.IsCancelledMidway(document.Id))
        {
            return await inner.HandleAsync(document, cancellationToken);
        }

        // As when something that the handler calls gives up by itself.
        using var ownTime = new CancellationTokenSource(Midway, document.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ownTime.Token, cancellationToken);
        return await inner.HandleAsync(document, either.Token);
    }
}
