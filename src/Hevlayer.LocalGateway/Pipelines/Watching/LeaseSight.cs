namespace Hevlayer.Local;

/// <summary>A lease as it is at a moment. Times are UTC ticks.</summary>
internal sealed record LeaseSight(string Worker, long Expires, long Length, string FromStage);
