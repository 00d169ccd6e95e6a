namespace Hevlayer.Workers.Simulation;

/// <summary>The index as it has to be, made from what was staged last and by nothing that is judged.</summary>
internal static class Oracle
{
    /// <summary>Rows of the documents that can be indexed: id and content, as text.</summary>
    /// <param name="documents">The documents as they were staged last.</param>
    /// <param name="isRestaged">Whether the worker before the last one restages documents.</param>
    /// <param name="dimensions">Numbers of a vector.</param>
    public static IReadOnlyDictionary<string, string> Rows(IEnumerable<SimulatedDocument> documents, bool isRestaged, int dimensions) => documents
        .Where(static document => !document.IsDoomed)
        .SelectMany(static document => document.Chunks)
        .Select(chunk => isRestaged ? Relay.Marked(chunk) : chunk)
        .ToDictionary(static chunk => chunk.Id, chunk => Row(chunk, dimensions), StringComparer.Ordinal);

    private static string Row(Chunk chunk, int dimensions) => Names.Text(new VectorEntry
    {
        Id = chunk.Id,
        Vector = SimulatedGenerator.VectorOf(chunk.Text!, dimensions),
        Attributes = new AttributeMap { ["text"] = chunk.Text },
    });
}
