using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Hevlayer.Benchmarks;

/// <summary>The embedding worker of the gateway's guide, which does one thing after another.</summary>
internal sealed class GuideLoop(HevlayerClient layer)
{
    private readonly List<double> _callTimes = [];

    /// <summary>What a call has really taken, in the middle.</summary>
    public TimeSpan CallTime => TimeSpan.FromMilliseconds(Spread.Of(_callTimes).Median);

    /// <summary>Works until all documents are indexed.</summary>
    public async Task<Turn> RunAsync(StagedPipeline pipeline)
    {
        using var model = new SimulatedModel();
        return await Turn.OfAsync(pipeline, model, () => EmbedAllAsync(pipeline, model));
    }

    private async Task EmbedAllAsync(StagedPipeline pipeline, SimulatedModel model)
    {
        for (var done = 0; done < pipeline.Documents;)
        {
            var claimed = await layer.ClaimDocumentsAsync(pipeline.Id, new() { Stage = DocumentStage.Pending, ClaimStage = DocumentStage.Embedding, Limit = 16, WorkerId = "embed-0" });
            foreach (var document in claimed.Documents)
            {
                await EmbedAsync(pipeline.Id, document, model);
                done++;
            }
        }
    }

    private async Task EmbedAsync(string pipeline, string document, SimulatedModel model)
    {
        var begin = Stopwatch.GetTimestamp();
        var chunks = await layer.GetChunksAsync(pipeline, document);
        _callTimes.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        var vectors = await model.GenerateAsync(chunks.Select(static chunk => chunk.Text!));
        await layer.PutVectorsAsync(pipeline, document, [.. chunks.Zip(vectors, static (chunk, vector) => new VectorEntry
        {
            Id = chunk.Id,
            Vector = vector.Vector,
            Attributes = new() { ["text"] = chunk.Text },
        })]);
    }
}
