using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints how many documents a second the embedding worker does beside the guide's loop.</summary>
internal static class WorkersCommand
{
    private const int Seed = 1;

    private static readonly int[] CallMilliseconds = [5, 50];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var plan = arguments.Contains("--quick") ? WorkerPlan.Quick : WorkerPlan.Full;
        var random = new Random(Seed);
        RaceTable.WriteHeader(Console.Out);
        foreach (var milliseconds in CallMilliseconds)
        {
            using var gateway = await ServerProcess.StartAsync("serve-gateway", milliseconds.ToString(CultureInfo.InvariantCulture));
            var callTime = TimeSpan.FromMilliseconds(milliseconds);
            using var race = new WorkerRace(gateway, callTime, plan, random);
            RaceTable.Write(Console.Out, await race.RunAsync(Choices(callTime)));
        }

        return 0;
    }

    private static IReadOnlyList<WorkerChoice> Choices(TimeSpan callTime) =>
        [WorkerChoice.Whole(1, callTime), WorkerChoice.Whole(4, callTime), WorkerChoice.Half(16, callTime), WorkerChoice.Whole(16, callTime)];
}
