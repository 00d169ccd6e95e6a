using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>What producers that stage documents again stage.</summary>
internal static class Restaging
{
    private const int Kinds = 5;

    /// <summary>The document of an event; null where there is no sound one. What comes by messages is left to them.</summary>
    public static SimulatedDocument? DocumentOf(PlannedEvent planned, HistoryPlan plan)
    {
        var sound = plan.Documents
            .Where(document => document.Fault is null && document.Chunks.Count > 0 && plan.Messages.All(message => message.Document.Id != document.Id))
            .ToList();
        return sound.Count == 0 ? null : sound[planned.Target % sound.Count];
    }

    /// <summary>The document as it is staged then: the same, fewer of its chunks, other texts, other texts in fewer chunks, none, or deleted.</summary>
    public static SimulatedDocument Of(PlannedEvent planned, SimulatedDocument document)
    {
        var chunks = ChunksOf(planned, document);
        var isDeleted = chunks.Count == 0 && planned.Target / 211 % 2 == 1;
        return document with { Chunks = chunks, IsDeleted = isDeleted, Fault = chunks.Count == 0 && !isDeleted ? SimulatedFault.NoChunks : null };
    }

    private static IReadOnlyList<Chunk> ChunksOf(PlannedEvent planned, SimulatedDocument document)
    {
        var kind = planned.Target / 7 % Kinds;
        var count = kind switch
        {
            4 => 0,
            1 or 3 => 1 + (planned.Target / 31 % document.Chunks.Count),
            _ => document.Chunks.Count,
        };
        return [.. document.Chunks.Take(count).Select(chunk => kind < 2 ? chunk : chunk with { Text = Text(document.Id, planned.Target) })];
    }

    private static string Text(string documentId, int number) => string.Create(CultureInfo.InvariantCulture, $"{documentId} now says {number % 1000}");
}
