namespace Hevlayer.Workers.Simulation;

/// <summary>The first of two workers: it leaves documents to the next stage, at once or after it has restaged them.</summary>
/// <param name="restages">Whether it restages a document that it sees for the first time.</param>
/// <param name="time">How long it takes.</param>
internal sealed class Relay(bool restages, TimeSpan time) : IDocumentHandler
{
    private const string Mark = ", relayed";

    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        await Task.Delay(time, document.Clock, cancellationToken);
        return restages && !document.Chunks.All(IsMarked)
            ? DocumentOutcome.Restage([.. document.Chunks.Select(Marked)])
            : DocumentOutcome.MoveTo(RelayPlan.NextStage);
    }

    /// <summary>A chunk as the next worker finds it.</summary>
    public static Chunk Marked(Chunk chunk) => IsMarked(chunk) ? chunk : chunk with { Text = chunk.Text + Mark };

    private static bool IsMarked(Chunk chunk) => chunk.Text!.EndsWith(Mark, StringComparison.Ordinal);
}
