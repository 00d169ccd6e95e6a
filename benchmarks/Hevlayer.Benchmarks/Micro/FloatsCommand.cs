using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints how much faster the client writes vectors than the framework, in turns.</summary>
internal static class FloatsCommand
{
    private static readonly int[] Dimensions = [384, 1536];

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| Components | Framework's time by ours (middle half) | Ours: ns a component | Ours: bytes allocated |");
        Console.WriteLine("|---:|---:|---:|---:|");
        foreach (var dimension in Dimensions)
        {
            using var benchmark = new FloatBenchmarks { Dimension = dimension };
            benchmark.SetUp();
            var contest = new Contest("write a vector", [new("ours", () => Run(benchmark.VectorConverter)), new("framework's", () => Run(benchmark.WriteNumberValue))]);
            var outcome = await Interleaved.RunAsync(contest, 1, TurnPlan.Full, new Random(1));
            var ratio = outcome.Standings[0].Time;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {dimension} | {ratio.Median:0.0} ({ratio.Low:0.0}–{ratio.High:0.0}) | {outcome.FloorTime * 1000 / dimension:0.0} | {outcome.FloorBytes:0} |"));
        }

        return 0;
    }

    private static Task Run(Action work)
    {
        work();
        return Task.CompletedTask;
    }
}
