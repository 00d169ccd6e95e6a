namespace Hevlayer.Protocol;

/// <summary>
/// Reads events from text, one a line: what, who, and which document, such as <c>claim worker-1 document-7</c>. Producers and
/// the clock have no name: <c>stage document-7</c>, <c>expire document-7</c>; a process has no document: <c>crash worker-1</c>.
/// Empty lines and what follows <c>#</c> are left out.
/// </summary>
internal static class TraceReader
{
    private static readonly Dictionary<string, EventKind> Kinds = Enum.GetValues<EventKind>().ToDictionary(Names.Word, StringComparer.Ordinal);

    /// <exception cref="FormatException">A line says something else.</exception>
    public static IReadOnlyList<TraceEvent> Read(string text)
    {
        var events = new List<TraceEvent>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length > 0)
            {
                events.Add(Read(words) ?? throw new FormatException($"Line {number} is no event: {line.Trim()}"));
            }
        }

        return events;
    }

    private static TraceEvent? Read(string[] words) => !Kinds.TryGetValue(words[0], out var kind) ? null : kind switch
    {
        EventKind.Crash or EventKind.Freeze or EventKind.Thaw => words is [_, var worker] ? new(kind, worker) : null,
        EventKind.Stage or EventKind.Delete or EventKind.Expire => words is [_, var document] ? new(kind, null, document) : null,
        _ => words is [_, var worker, var document] ? new(kind, worker, document) : null,
    };
}
