using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers;

/// <summary>Texts that are embedded together.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer to release, and a late cancellation may still use it.")]
internal sealed class EmbeddingBatch(IReadOnlyList<WaitingText> texts)
{
    private readonly CancellationTokenSource _cancel = new();

    public IReadOnlyList<WaitingText> Texts => texts;

    /// <summary>Cancelled when no document wants the vectors any more.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    public int Documents => texts.Select(static text => text.Request).Distinct().Count();

    public bool IsOver => texts.All(static text => text.Request.IsOver);

    public void Cancel() => _cancel.Cancel();

    /// <summary>
    /// Two batches with half of the documents each, without those whose documents no longer want them; empty where one
    /// document is left at most.
    /// </summary>
    public IReadOnlyList<EmbeddingBatch> Split()
    {
        var documents = texts.Where(static text => !text.Request.IsOver).GroupBy(static text => text.Request).ToList();
        if (documents.Count < 2)
        {
            return [];
        }

        var half = documents.Count / 2;
        return [Join(documents[..half]), Join(documents[half..])];
    }

    private static EmbeddingBatch Join(IEnumerable<IEnumerable<WaitingText>> documents) =>
        new([.. documents.SelectMany(static document => document)]);
}
