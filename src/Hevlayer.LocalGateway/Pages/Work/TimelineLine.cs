namespace Hevlayer.Local;

/// <summary>An event on the page of a document.</summary>
internal sealed record TimelineLine(DateTimeOffset At, string Event, string? Worker, string? Detail)
{
    public static TimelineLine Of(TimelineEntry entry) => new(new DateTimeOffset(entry.At, TimeSpan.Zero), Words.Of(entry.Event), entry.Worker, entry.Detail);
}
