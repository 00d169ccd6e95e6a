namespace Hevlayer.Tool;

/// <summary>Something that happened to a document.</summary>
/// <param name="At">When.</param>
/// <param name="What">What.</param>
internal sealed record TimelineEntry(DateTimeOffset At, string What);
