using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints what a first run, an unchanged one and one with a few changes cost over the same documents.</summary>
internal static class IndexRunsCommand
{
    private const int Documents = 100_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var documents = Array.IndexOf(arguments, "--documents") is >= 0 and var place ? int.Parse(arguments[place + 1], CultureInfo.InvariantCulture) : Documents;
        using var gateway = await ServerProcess.StartAsync("serve-gateway", "0");
        await using var runs = await IndexRuns.StartAsync(gateway.Address, documents);
        Console.WriteLine(RunCost.Heading);
        var first = await runs.ChangedAsync("first", edition: 0);
        Console.WriteLine(first.Line(first));
        Console.WriteLine((await runs.ChangedAsync("nothing changed", edition: 0)).Line(first));
        Console.WriteLine((await runs.ChangedAsync("1 % changed", edition: 1)).Line(first));
        Console.WriteLine((await runs.AllAsync("nothing changed, all staged again", edition: 1)).Line(first));
        return 0;
    }
}
