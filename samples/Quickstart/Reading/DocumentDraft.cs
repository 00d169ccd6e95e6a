namespace Hevlayer.Quickstart;

/// <summary>A document while its chunks come in.</summary>
/// <param name="name">Relative name of the file.</param>
/// <param name="part">Number of the part, from 1.</param>
internal sealed class DocumentDraft(string name, int part)
{
    private readonly string _id = DocumentId.ForPart(name, part);
    private readonly List<Chunk> _chunks = [];

    public int Count => _chunks.Count;

    /// <summary>Takes the next piece of text; a blank one has nothing to find and is left out.</summary>
    /// <param name="text">The piece.</param>
    public void Add(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _chunks.Add(new()
            {
                Id = DocumentId.ForChunk(_id, _chunks.Count + 1),
                Text = text,
                Metadata = new AttributeMap { [Passage.PathAttribute] = name },
            });
        }
    }

    public TextDocument Finish() => new(_id, _chunks);
}
