using Hevlayer.Workers;

namespace Hevlayer.WorkerProgram;

/// <summary>Indexes documents, and says which attempt each of them is in.</summary>
internal sealed class CrashingHandler : IDocumentHandler
{
    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        Console.WriteLine(FormattableString.Invariant($"attempt {document.Attempt} at {document.Id}"));
        await Task.Delay(Death.WorkTime, document.Clock, cancellationToken);
        Death.ComeFor(document.Chunks.Select(static chunk => chunk.Text));
        return DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[] { 1, 2 } })]);
    }
}
