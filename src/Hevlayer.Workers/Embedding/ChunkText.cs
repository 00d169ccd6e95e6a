namespace Hevlayer.Workers;

/// <summary>A text to embed.</summary>
/// <param name="ChunkIndex">Place of its chunk in the document, for messages.</param>
/// <param name="Text">The text.</param>
internal readonly record struct ChunkText(int ChunkIndex, string Text);
