using System.Globalization;
using Hevlayer.Workers;

namespace Hevlayer.Benchmarks;

/// <summary>Documents of four chunks each, some of which change from run to run.</summary>
internal static class Corpus
{
    private const int ChunksPerDocument = 4;
    private const int ChunkLength = 400;
    private const int ChangedOneIn = 100;

    /// <summary>The documents; in an edition after 0, one in a hundred has one chunk that is new.</summary>
    public static IEnumerable<StagedDocument> Documents(int count, int edition) => Enumerable.Range(0, count).Select(number =>
    {
        var id = number.ToString("0000000", CultureInfo.InvariantCulture);
        return new StagedDocument(id, [.. Enumerable.Range(0, ChunksPerDocument).Select(index => new Chunk
        {
            Id = ChunkIds.Create(id, index),
            Text = $"{id} {index} {(number % ChangedOneIn == 0 && index == 0 ? edition : 0)} {BenchData.Text(index, ChunkLength)}",
        })]);
    });
}
