namespace Hevlayer.Local;

/// <summary>An event of a document. The time is in UTC ticks.</summary>
internal readonly record struct TimelineEntry(long At, QueuedDocument Document, DocumentEvent Event, string? Worker, string? Detail);
