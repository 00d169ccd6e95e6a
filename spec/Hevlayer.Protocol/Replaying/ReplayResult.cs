namespace Hevlayer.Protocol;

/// <summary>Whether the protocol allows a sequence of events, and both sides where it does not.</summary>
/// <param name="Events">How many events it allows, from the first one on.</param>
/// <param name="Refused">The first event that it does not allow; null when it allows all.</param>
/// <param name="Before">The events of the same document or worker before it.</param>
/// <param name="Allowed">What it would have allowed in its place.</param>
/// <param name="States">Where the document may have been.</param>
internal sealed record ReplayResult(int Events, TraceEvent? Refused, IReadOnlyList<TraceEvent> Before, IReadOnlyList<string> Allowed, IReadOnlyList<string> States)
{
    public bool IsAllowed => Refused is null;

    public override string ToString() => Refused is null
        ? $"The protocol allows all {Events} events."
        : string.Join('\n',
        [
            $"The protocol does not allow event {Events + 1}: {Refused}",
            "What was seen before:",
            .. Before.Select(static seen => $"  {seen}"),
            "What the protocol allows here:",
            .. Allowed.Select(static allowed => $"  {allowed}"),
            "Where it takes the document to be:",
            .. States.Select(static state => $"  {state}"),
        ]);
}
