namespace Hevlayer.Workers;

/// <summary>A text that waits for a batch.</summary>
/// <param name="Request">The document's request.</param>
/// <param name="Index">Place of the text in the request.</param>
/// <param name="Content">The text.</param>
/// <param name="Size">How large it is.</param>
/// <param name="Since">Timestamp of its arrival.</param>
internal sealed record WaitingText(EmbeddingRequest Request, int Index, ChunkText Content, TextSize Size, long Since);
