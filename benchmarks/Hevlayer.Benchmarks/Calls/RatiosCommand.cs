namespace Hevlayer.Benchmarks;

/// <summary>Prints what each call costs beside the floor.</summary>
internal static class RatiosCommand
{
    private const int Seed = 1;

    private static readonly int[] Concurrencies = [1, 16, 64];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var isQuick = arguments.Contains("--quick");
        var word = arguments.FirstOrDefault(static argument => !argument.StartsWith("--", StringComparison.Ordinal));
        using var server = await ServerProcess.StartAsync("serve");
        using var clients = new CallClients(server.Address);
        var contests = (isQuick && word is null ? CallContests.Few(clients) : CallContests.All(clients))
            .Where(contest => word is null || contest.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
        var random = new Random(Seed);
        OutcomeTable.WriteHeader(Console.Out);
        foreach (var contest in contests)
        {
            foreach (var concurrency in isQuick ? Concurrencies[..2] : Concurrencies)
            {
                OutcomeTable.Write(Console.Out, await Interleaved.RunAsync(contest, concurrency, isQuick ? TurnPlan.Quick : TurnPlan.Full, random));
            }
        }

        return 0;
    }
}
