using Microsoft.Extensions.AI;

namespace Hevlayer.Workers;

/// <summary>The budgets of a host, each for all workers that ask the same provider. Thread safe.</summary>
internal sealed class ProviderBudgets
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, (ProviderBudget Budget, BudgetOptions Options)> _budgets = [];

    /// <summary>The budget of a generator, or of the name that the options give.</summary>
    /// <exception cref="InvalidOperationException">Another worker gives the same provider other limits.</exception>
    public ProviderBudget Of(IEmbeddingGenerator generator, BudgetOptions options, TimeProvider clock)
    {
        lock (_lock)
        {
            object key = options.Name is { } name ? name : generator;
            if (!_budgets.TryGetValue(key, out var known))
            {
                known = (new(options, clock), options);
                _budgets.Add(key, known);
            }

            return known.Options.TokensPerMinute == options.TokensPerMinute && known.Options.RequestsPerMinute == options.RequestsPerMinute
                ? known.Budget
                : throw new InvalidOperationException(
                    $"Workers with one provider of embeddings{(options.Name is null ? "" : $" ('{options.Name}')")} give it different limits: set Embedding.Budget alike, or give each budget a name.");
        }
    }
}
