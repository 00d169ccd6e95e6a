namespace Hevlayer.Workers;

/// <summary>Asks about documents one by one; those that come while a question is under way go together in the next.</summary>
internal sealed class UnchangedCheck : IUnchangedCheck
{
    // A list of so many documents is a page or a few.
    private const int MostDocuments = 200;

    private readonly RowDeclaration _declaration;
    private readonly UnchangedDocuments _documents;
    private readonly CallLine<UnchangedCall> _line;

    public UnchangedCheck(IIndexView index, string embedder, EmbeddingOptions options)
    {
        _declaration = new RowDeclaration(embedder, options);
        _documents = new UnchangedDocuments(index);
        _line = new CallLine<UnchangedCall>(AskAsync, MostDocuments);
    }

    public async Task<bool> IsUnchangedAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        if (chunks.Count == 0 || Deletion.IsIn(chunks))
        {
            return false;
        }

        var call = new UnchangedCall(new(documentId, _declaration.Of(documentId, chunks)));
        await _line.SendAsync(call, cancellationToken);
        return call.IsUnchanged;
    }

    private async Task AskAsync(IReadOnlyList<UnchangedCall> batch)
    {
        var unchanged = await _documents.WhichAsync([.. batch.Select(static call => call.Document)], CancellationToken.None);
        foreach (var call in batch)
        {
            call.IsUnchanged = unchanged.Contains(call.Document.Id);
        }
    }
}
