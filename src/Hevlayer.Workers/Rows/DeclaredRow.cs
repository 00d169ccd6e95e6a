namespace Hevlayer.Workers;

/// <summary>A row that a document should have.</summary>
/// <param name="Id">Its id, which follows from the document, the embedded text and the embedder.</param>
/// <param name="ChunkIndex">Place of its chunk in the document.</param>
/// <param name="Text">What is embedded.</param>
/// <param name="Attributes">What is stored with it.</param>
/// <param name="Mark">What stands for the attributes in the index.</param>
internal sealed record DeclaredRow(string Id, int ChunkIndex, string Text, AttributeMap Attributes, string Mark);
