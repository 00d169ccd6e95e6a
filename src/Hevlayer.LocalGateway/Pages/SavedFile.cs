namespace Hevlayer.Local;

/// <summary>The state as a file.</summary>
/// <param name="Path">Where it is kept; null when it is in memory alone.</param>
/// <param name="Save">Gives the state as the bytes of a file.</param>
/// <param name="Load">Puts the state of a file in the place of this one.</param>
internal sealed record SavedFile(string? Path, Func<byte[]> Save, Action<string> Load);
