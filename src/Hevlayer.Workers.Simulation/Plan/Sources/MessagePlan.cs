using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>Draws what a source says of a document after its first message: the same text, another, the first again, or that it is deleted.</summary>
internal static class MessagePlan
{
    private const int MostVersions = 10;

    /// <summary>Later messages of a document, each sent when those before have ended.</summary>
    public static IEnumerable<SimulatedMessage> Later(SimulatedDocument document, Random random)
    {
        for (var left = random.Next(MostVersions); left > 0; left--)
        {
            var version = random.Next(4) switch
            {
                0 => Other(document, random),
                1 => document with { Chunks = [], IsDeleted = true },
                _ => document,
            };
            var pause = random.Next(3) == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(random.NextDouble() * 40);
            yield return new(version, Fault: null) { Pause = pause, IsLater = true };
        }
    }

    // One other text, so that it comes back, too; half of the chunks stay, or all that are left.
    private static SimulatedDocument Other(SimulatedDocument document, Random random) => document with
    {
        Chunks = [.. document.Chunks
            .Take(1 + random.Next(document.Chunks.Count))
            .Select((chunk, index) => index % 2 == 0 ? chunk with { Text = string.Create(CultureInfo.InvariantCulture, $"{document.Id} says otherwise {index}") } : chunk)],
    };
}
