namespace Hevlayer.Local;

/// <summary>Something that the clock brings about by itself.</summary>
internal sealed record DueThing(DateTimeOffset At, string What);
