using System.Diagnostics;

namespace Hevlayer.Benchmarks;

/// <summary>Runs peers in turns, in an order that changes each round.</summary>
internal static class PeerRace
{
    /// <summary>The turns of each peer, round by round.</summary>
    public static async Task<IReadOnlyList<List<PeerTurn>>> RunAsync(IReadOnlyList<PeerProcess> peers, string work, int calls, TimeSpan warmUp, int rounds, Random random)
    {
        foreach (var peer in peers)
        {
            for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < warmUp;)
            {
                await peer.RunAsync(work, calls);
            }
        }

        var turns = peers.Select(_ => new List<PeerTurn>(rounds)).ToArray();
        var order = Enumerable.Range(0, peers.Count).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                turns[index].Add(await peers[index].RunAsync(work, calls));
            }
        }

        return turns;
    }
}
