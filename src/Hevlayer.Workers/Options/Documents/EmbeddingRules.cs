namespace Hevlayer.Workers;

/// <summary>What is wrong with the options of batches.</summary>
internal static class EmbeddingRules
{
    public static IEnumerable<string> Problems(EmbeddingOptions embedding, TimeSpan handlerTimeout)
    {
        foreach (var problem in OptionProblems.OfCounts(
            ("Embedding.MaxBatchItems", embedding.MaxBatchItems),
            ("Embedding.MaxBatchBytes", embedding.MaxBatchBytes),
            ("Embedding.MaxConcurrentBatches", embedding.MaxConcurrentBatches),
            ("Embedding.MaxBatchTokens", embedding.MaxBatchTokens ?? 1)))
        {
            yield return problem;
        }

        foreach (var problem in BudgetRules.Problems(embedding.Budget))
        {
            yield return problem;
        }

        if (embedding.MaxBatchTokens is not null && embedding.CountTokens is null)
        {
            yield return $"Embedding.{nameof(embedding.MaxBatchTokens)} is set, but nothing counts tokens: set Embedding.{nameof(embedding.CountTokens)}.";
        }

        if (embedding.MaxBatchDelay < TimeSpan.Zero || embedding.MaxBatchDelay > TimeSpan.FromMinutes(1))
        {
            yield return $"Embedding.{nameof(embedding.MaxBatchDelay)} is {embedding.MaxBatchDelay}; it must be from zero to one minute.";
        }

        if (embedding.BatchTimeout <= TimeSpan.Zero || embedding.BatchTimeout > handlerTimeout / 2)
        {
            yield return $"Embedding.{nameof(embedding.BatchTimeout)} is {embedding.BatchTimeout}; it must be more than zero and at most half of {nameof(DocumentWorkerOptions.HandlerTimeout)}, which is {handlerTimeout}.";
        }

        if (embedding.TextAttribute.Length > 0 && embedding.TextAttribute.StartsWith("_hevlayer_", StringComparison.Ordinal))
        {
            yield return $"Embedding.{nameof(embedding.TextAttribute)} is '{embedding.TextAttribute}', a name that is reserved for the gateway.";
        }
    }
}
