namespace Hevlayer.Workers.Simulation;

/// <summary>A handler that objects when its worker works on more documents at one time than it may.</summary>
internal class CountedHandler(IDocumentHandler inner, int limit, Action<string> objection) : IDocumentHandler
{
    private int _running;

    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        if (++_running > limit)
        {
            objection($"{document.WorkerId} works on {_running} documents at one time, and may on {limit}");
        }

        // Work that is cancelled may be left to itself; then its place is another's.
        var isOver = false;
        using var registration = cancellationToken.UnsafeRegister(_ => Leave(), null);
        try
        {
            return await inner.HandleAsync(document, cancellationToken);
        }
        finally
        {
            Leave();
        }

        void Leave()
        {
            _running -= isOver ? 0 : 1;
            isOver = true;
        }
    }
}
