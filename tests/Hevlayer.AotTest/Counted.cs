namespace Hevlayer.AotTest;

/// <summary>What the function writes to a row.</summary>
internal sealed record Counted(int Words);
