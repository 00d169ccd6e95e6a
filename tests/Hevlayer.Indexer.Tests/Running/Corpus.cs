using System.Globalization;
using System.Text;

namespace Hevlayer.Indexer.Tests;

/// <summary>Documents of several chunks each, and the rows they must become.</summary>
internal sealed class Corpus
{
    // The extract worker cuts texts into pieces of the chunker's default size.
    private const int ChunkSize = 800;

    private static readonly string[] Words = ["kettle", "teapot", "grinder", "scale", "mug", "café", "steel", "stoneware", "ceramic", "glazed", "brushed", "litre"];

    public Corpus(Random random, int documents, int mostChunks)
    {
        for (var number = 0; number < documents; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"product-{number:000}");
            Documents.Add(KeyValuePair.Create(id, Text(random, id, random.Next(1, mostChunks * ChunkSize))));
        }
    }

    public List<KeyValuePair<string, string>> Documents { get; } = [];

    public IReadOnlyList<string> Ids => [.. Documents.Select(static document => document.Key)];

    /// <summary>The text of each chunk with its document, in order.</summary>
    public IReadOnlyList<(string Document, string? Text)> Rows =>
    [
        .. Documents
            .SelectMany(static document => document.Value.Chunk(ChunkSize).Select(piece => (Document: document.Key, Text: (string?)new string(piece))))
            .OrderBy(static row => row.Document, StringComparer.Ordinal).ThenBy(static row => row.Text, StringComparer.Ordinal),
    ];

    private static string Text(Random random, string id, int length)
    {
        var text = new StringBuilder(id);
        while (text.Length < length)
        {
            text.Append(' ').Append(Words[random.Next(Words.Length)]);
        }

        return text.ToString();
    }
}
