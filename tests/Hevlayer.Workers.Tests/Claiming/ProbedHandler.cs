namespace Hevlayer.Workers.Tests;

/// <summary>A handler that embeds, as far as the worker knows, into vectors of 1,024 components.</summary>
internal sealed class ProbedHandler(TimeSpan time) : IDocumentHandler, IWorkProbe
{
    private int _running;

    public int MostRunning { get; private set; }

    public Task<bool> WorksAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        MostRunning = Math.Max(MostRunning, ++_running);
        await Task.Delay(time, document.Clock, cancellationToken);
        _running--;
        return DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[1024] })]);
    }
}
