namespace Hevlayer.Protocol;

/// <summary>A row of the index.</summary>
/// <param name="Content">What it was made from; none where there is no row.</param>
/// <param name="Version">Version of the attempt that wrote it, as a rank among the document's versions that still matter.</param>
internal readonly record struct Row(Content Content, int Version)
{
    public bool Exists => Content != Content.None;
}
