namespace Hevlayer.Protocol;

/// <summary>All documents, and the faults that may still happen. A value.</summary>
internal sealed record State(Budget Budget, IReadOnlyList<Document> Documents)
{
    /// <summary>No document is staged.</summary>
    public static State Initial(int workers, int documents, Budget budget) =>
        new(budget, [.. Enumerable.Repeat(Document.Unstaged(workers), documents)]);
}
