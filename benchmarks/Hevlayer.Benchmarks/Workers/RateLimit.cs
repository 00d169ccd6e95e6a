namespace Hevlayer.Benchmarks;

/// <summary>What arithmetic allows, in documents a second.</summary>
internal static class RateLimit
{
    private const int ClaimLimit = 16;

    /// <summary>
    /// The least of three limits. The model: it embeds full batches without a pause. The places: a document has one while it
    /// is embedded; it is read, asked about, written and completed outside of it. The claims: one after another, and each
    /// brings so many documents.
    /// </summary>
    public static double Of(WorkerChoice choice, TimeSpan callTime)
    {
        var batch = SimulatedModel.TimeOf(choice.BatchItems).TotalSeconds;
        var model = choice.BatchItems / batch / StagedPipeline.ChunksPerDocument;
        var places = choice.Documents / batch;
        var claims = ClaimLimit / callTime.TotalSeconds;
        return Math.Min(model, Math.Min(places, claims));
    }
}
