using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints what calls cost in this client and in programs of other languages.</summary>
internal static class PeersCommand
{
    private const int Seed = 1;

    // Three seconds of each are enough for every compiler on the way.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private static readonly (string Work, string Name, int Calls)[] Works = [("vectors", "put 16 vectors of 384", 150), ("claim", "claim 16 documents", 600)];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var rounds = arguments.Contains("--quick") ? 5 : 15;
        using var server = await ServerProcess.StartAsync("serve");
        var address = server.Address.ToString();
        using var ours = PeerProcess.Start("Hevlayer", Environment.ProcessPath!, "peer", address);
        using var node = PeerProcess.Start("Node: fetch", "node", Script("peer.mjs"), address);
        using var python = PeerProcess.Start("Python: http.client", "python3", Script("peer.py"), address);
        PeerProcess[] peers = [ours, node, python];
        var random = new Random(Seed);
        Console.WriteLine("| Work | Client | Calls/s | Processor: µs a call | Time by ours (middle half) | Processor by ours (middle half) |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|");
        foreach (var (work, name, calls) in Works)
        {
            var turns = await PeerRace.RunAsync(peers, work, calls, WarmUp, rounds, random);
            foreach (var (peer, its) in peers.Zip(turns))
            {
                Console.WriteLine($"| {name} | {peer.Name} | {Figures(its, turns[0])} |");
            }
        }

        return 0;
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", name);

    private static string Figures(List<PeerTurn> turns, List<PeerTurn> ours)
    {
        var time = Spread.Of(turns.Select(static turn => turn.Time)).Median;
        var processor = Spread.Of(turns.Select(static turn => turn.Processor)).Median;
        var timeRatio = Spread.Of(turns.Zip(ours, static (turn, our) => turn.Time / our.Time));
        var processorRatio = Spread.Of(turns.Zip(ours, static (turn, our) => turn.Processor / our.Processor));
        return string.Create(CultureInfo.InvariantCulture, $"{1e6 / time:0} | {processor:0} | {Ratio(timeRatio)} | {Ratio(processorRatio)}");
    }

    private static string Ratio(Spread spread) =>
        string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0.00} ({spread.Low:0.00}–{spread.High:0.00})");
}
