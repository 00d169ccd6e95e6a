namespace Hevlayer.Workers.Simulation;

/// <summary>What the provider of the model allows all workers together.</summary>
/// <param name="TokensPerMinute">Tokens a minute.</param>
/// <param name="RequestsPerMinute">Requests a minute.</param>
/// <param name="SavedUp">How much of it may be saved up.</param>
internal sealed record QuotaPlan(double TokensPerMinute, double RequestsPerMinute, TimeSpan SavedUp)
{
    // More than any batch of a history has.
    private const int LeastTokens = 600;

    /// <summary>A quota in some histories, and what the workers know of it: nothing, the truth, or twice as much.</summary>
    public static QuotaPlan? Draw(int seed, SimulationOptions simulation, EmbeddingOptions options)
    {
        // Chance of its own: what else a seed says stays as it is.
        var random = new Random(seed ^ 0x5EED);
        if (random.NextDouble() >= (simulation.Faults.TryGetValue(SimulatedFault.Refusal, out var weight) ? weight / 4 : 0))
        {
            return null;
        }

        var plan = new QuotaPlan(random.Next(LeastTokens, 4 * LeastTokens), random.Next(6, 60), TimeSpan.FromSeconds(random.Next(60, 120)));
        if (random.Next(3) is > 0 and var times)
        {
            options.Budget.TokensPerMinute = (long)plan.TokensPerMinute * times;
            options.Budget.RequestsPerMinute = (int)plan.RequestsPerMinute * times;
        }

        return plan;
    }
}
