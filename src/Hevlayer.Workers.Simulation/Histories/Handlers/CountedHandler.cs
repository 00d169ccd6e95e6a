namespace Hevlayer.Workers.Simulation;

/// <summary>
/// A handler that objects when its worker works on more documents at the same time than it may, or lets it go on after the lease
/// was lost, and that keeps what it gave.
/// </summary>
internal class CountedHandler(IDocumentHandler inner, SimulatedWorker worker, Action<string> objection) : IDocumentHandler
{
    private int _running;
    private long _bytes;

    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        var limit = worker.Options.MaxConcurrentDocuments;
        var size = BytesOf(document.Chunks);
        _bytes += size;
        if (++_running > limit)
        {
            objection($"{document.WorkerId} works on {_running} documents at the same time, and may on {limit}");
        }

        // Work that is cancelled may be left to itself; then its place is another's.
        var isOver = false;
        var end = worker.Connection.Watch("working on", document.Id, cancellationToken);
        using var registration = cancellationToken.UnsafeRegister(_ => Leave(), null);
        try
        {
            var outcome = await inner.HandleAsync(document, cancellationToken);
            worker.Outcomes.Note(document.Id, outcome);
            return outcome;
        }
        finally
        {
            end();
            Leave();
        }

        void Leave()
        {
            _running -= isOver ? 0 : 1;
            _bytes -= isOver ? 0 : size;
            isOver = true;
        }
    }

    private static long BytesOf(IReadOnlyList<Chunk> chunks) => chunks.Sum(static chunk => 2L * (chunk.Id.Length + chunk.Text?.Length ?? 0));
}
