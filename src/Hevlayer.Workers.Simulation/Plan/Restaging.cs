using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>What producers that stage documents again stage.</summary>
internal static class Restaging
{
    private const int Kinds = 4;

    /// <summary>The document of an event; null where there is no sound one.</summary>
    public static SimulatedDocument? DocumentOf(PlannedEvent planned, IReadOnlyList<SimulatedDocument> documents)
    {
        var sound = documents.Where(static document => document.Fault is null && document.Chunks.Count > 0).ToList();
        return sound.Count == 0 ? null : sound[planned.Target % sound.Count];
    }

    /// <summary>The chunks: the same, fewer of the same, other texts, or other texts in fewer chunks.</summary>
    public static IReadOnlyList<Chunk> ChunksOf(PlannedEvent planned, SimulatedDocument document)
    {
        var kind = planned.Target / 7 % Kinds;
        var count = kind is 1 or 3 ? 1 + (planned.Target / 31 % document.Chunks.Count) : document.Chunks.Count;
        return [.. document.Chunks.Take(count).Select(chunk => kind < 2 ? chunk : chunk with { Text = Text(document.Id, planned.Target) })];
    }

    /// <summary>The documents as they are staged in the end.</summary>
    public static IReadOnlyList<SimulatedDocument> Last(IReadOnlyList<SimulatedDocument> documents, IReadOnlyList<PlannedEvent> events)
    {
        var last = documents.ToDictionary(static document => document.Id, StringComparer.Ordinal);
        foreach (var planned in events.Where(static planned => planned.Fault == SimulatedFault.Restage).OrderBy(static planned => planned.At))
        {
            if (DocumentOf(planned, documents) is { } document)
            {
                last[document.Id] = document with { Chunks = ChunksOf(planned, document) };
            }
        }

        return [.. documents.Select(document => last[document.Id])];
    }

    private static string Text(string documentId, int number) => string.Create(CultureInfo.InvariantCulture, $"{documentId} now says {number % 1000}");
}
