namespace Hevlayer.Workers.Tests;

public sealed class SharedBudgetTests
{
    private readonly ProviderBudgets _budgets = new();
    private readonly ScriptedGenerator _one = new(TimeProvider.System);
    private readonly ScriptedGenerator _other = new(TimeProvider.System);

    [Fact]
    public void Budget_SameGenerator_IsShared() => Assert.Same(Of(_one, new()), Of(_one, new()));

    [Fact]
    public void Budget_OtherGenerator_IsAnother() => Assert.NotSame(Of(_one, new()), Of(_other, new()));

    [Fact]
    public void Budget_SameName_IsShared() => Assert.Same(Of(_one, new() { Name = "azure" }), Of(_other, new() { Name = "azure" }));

    [Fact]
    public void Budget_OtherLimits_AreRefused()
    {
        Of(_one, new() { Name = "azure", TokensPerMinute = 100 });

        var error = Assert.Throws<InvalidOperationException>(() => Of(_other, new() { Name = "azure", TokensPerMinute = 200 }));

        Assert.Contains("'azure'", error.Message, StringComparison.Ordinal);
    }

    private ProviderBudget Of(ScriptedGenerator generator, BudgetOptions options) => _budgets.Of(generator, options, TimeProvider.System);
}
