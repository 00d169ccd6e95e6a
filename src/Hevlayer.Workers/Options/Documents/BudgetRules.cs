namespace Hevlayer.Workers;

/// <summary>What is wrong with the options of a budget.</summary>
internal static class BudgetRules
{
    public static IEnumerable<string> Problems(BudgetOptions budget) =>
    [
        .. OptionProblems.OfCounts(
            ("Embedding.Budget.TokensPerMinute", budget.TokensPerMinute ?? 1),
            ("Embedding.Budget.RequestsPerMinute", budget.RequestsPerMinute ?? 1)),
        .. OptionProblems.OfTimes(
            ("Embedding.Budget.Burst", budget.Burst),
            ("Embedding.Budget.MaxPause", budget.MaxPause)),
    ];
}
