namespace Hevlayer.Workers;

/// <summary>How large a text is for a batch.</summary>
/// <param name="Bytes">Bytes of UTF-8.</param>
/// <param name="Tokens">Tokens; 0 where nobody counts them.</param>
internal readonly record struct TextSize(long Bytes, long Tokens);
