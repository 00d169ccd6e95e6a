using System.Text.RegularExpressions;

namespace Hevlayer.Conventions.Tests;

/// <summary>The page of the local gateway says of each operation what in its reply is simulated.</summary>
public sealed partial class SimulatedTests
{
    [Fact]
    public void EveryOperation_StandsOnceInTheTableOfWhatIsSimulated()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "local-gateway.md"));
        var rows = page[page.IndexOf("## What is simulated", StringComparison.Ordinal)..].Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            GatewayOperations.All.Select(static operation => operation.Id).Order(StringComparer.Ordinal),
            rows.SelectMany(static row => Name().Matches(row.Split('|')[1])).Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(rows, static row => Assert.NotEmpty(row.Split('|')[2].Trim()));
    }

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex Name();
}
