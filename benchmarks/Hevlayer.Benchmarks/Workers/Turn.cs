using System.Diagnostics;

namespace Hevlayer.Benchmarks;

/// <summary>What one turn has shown.</summary>
/// <param name="Rate">Documents a second.</param>
/// <param name="TextsPerBatch">Texts of an average batch.</param>
internal readonly record struct Turn(double Rate, double TextsPerBatch)
{
    public static async Task<Turn> OfAsync(StagedPipeline pipeline, SimulatedModel model, Func<Task> work)
    {
        GC.Collect();
        var begin = Stopwatch.GetTimestamp();
        await work();
        return new(pipeline.Documents / Stopwatch.GetElapsedTime(begin).TotalSeconds, model.TextsPerBatch);
    }
}
