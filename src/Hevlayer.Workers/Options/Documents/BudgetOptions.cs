namespace Hevlayer.Workers;

/// <summary>
/// What the provider of embeddings allows. All workers of a host that have the same generator, or the same
/// <see cref="Name"/>, share one budget. What the provider refuses for want of quota is asked again when it says so; it is
/// no attempt of a document, and leases are renewed meanwhile.
/// </summary>
public sealed class BudgetOptions
{
    /// <summary>
    /// Tokens a minute, as <see cref="EmbeddingOptions.CountTokens"/> counts them; without it they are estimated, one for
    /// four bytes of UTF-8, and put right by the usage that the generator reports.
    /// </summary>
    /// <value>Default: null, no limit until the provider refuses; then it is learned from what it took.</value>
    public long? TokensPerMinute { get; set; }

    /// <summary>Requests a minute; each batch is one.</summary>
    /// <value>Default: null, no limit.</value>
    public int? RequestsPerMinute { get; set; }

    /// <summary>
    /// How much of the quota that was not used may be saved up and used at once. Providers that count by the second refuse
    /// what comes in a heap.
    /// </summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan Burst { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause after a refusal before the provider is asked again, whatever it says.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan MaxPause { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Name of the budget, for workers whose generators have the same provider.</summary>
    /// <value>Default: null, workers with the same generator share it.</value>
    public string? Name { get; set; }

    /// <summary>Tells from an exception of the generator whether the provider refused for want of quota; null where it did not.</summary>
    /// <value>Default: null, <see cref="ProviderRefusal.Of"/>.</value>
    public Func<Exception, ProviderRefusal?>? ReadRefusal { get; set; }

    internal BudgetOptions Copy() => (BudgetOptions)MemberwiseClone();
}
