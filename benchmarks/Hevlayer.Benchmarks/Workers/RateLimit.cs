namespace Hevlayer.Benchmarks;

/// <summary>What arithmetic allows, in documents a second.</summary>
internal static class RateLimit
{
    private const int ClaimLimit = 16;

    /// <summary>
    /// The least of three limits. The model: it embeds full batches without a pause. The calls: a document keeps its place
    /// from the read of its chunks to the end of the write, two calls and its batch, and there are so many places. The
    /// claims: one after another, and each brings so many documents.
    /// </summary>
    public static double Of(WorkerChoice choice, TimeSpan callTime)
    {
        var batch = SimulatedModel.TimeOf(choice.BatchItems).TotalSeconds;
        var model = choice.BatchItems / batch / StagedPipeline.ChunksPerDocument;
        var calls = choice.Documents / ((2 * callTime.TotalSeconds) + batch);
        var claims = ClaimLimit / callTime.TotalSeconds;
        return Math.Min(model, Math.Min(calls, claims));
    }
}
