namespace Hevlayer.Protocol;

/// <summary>One observed event.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Worker">Who did it; null for producers, the clock, and where nobody knows.</param>
/// <param name="Document">To which document; null for what happens to a process.</param>
internal sealed record TraceEvent(EventKind Kind, string? Worker = null, string? Document = null)
{
    public override string ToString() => string.Join(' ', new[] { Names.Word(Kind), Worker, Document }.Where(static part => part is not null));
}
