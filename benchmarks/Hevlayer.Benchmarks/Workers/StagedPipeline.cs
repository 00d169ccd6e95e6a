using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>A pipeline with documents that wait to be embedded.</summary>
/// <param name="Id">Id of the pipeline.</param>
/// <param name="Documents">How many there are.</param>
internal sealed record StagedPipeline(string Id, int Documents)
{
    public const int ChunksPerDocument = 8;

    private const int ChunkLength = 800;
    private const int Concurrency = 32;

    private static readonly Chunk[] Chunks =
        [.. Enumerable.Range(0, ChunksPerDocument).Select(static i => new Chunk { Id = Name(i), Text = BenchData.Text(i, ChunkLength) })];

    private static int _pipelines;

    public static async Task<StagedPipeline> StageAsync(HevlayerClient layer, int documents)
    {
        var id = $"run-{Name(_pipelines++)}";
        await layer.EnsurePipelineAsync(id, id);
        await Parallel.ForAsync(0, documents, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (index, token) =>
        {
            var document = $"document-{Name(index)}";
            await layer.PutChunksAsync(id, document, [.. Chunks.Select(chunk => chunk with { Id = $"{document}-{chunk.Id}" })], token);
        });
        return new(id, documents);
    }

    private static string Name(int number) => number.ToString("00000", CultureInfo.InvariantCulture);
}
