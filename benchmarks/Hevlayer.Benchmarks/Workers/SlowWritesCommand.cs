using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints how many documents a second the embedding worker does against a store that is slow to write.</summary>
internal static class SlowWritesCommand
{
    private const int Places = 32;
    private const int BatchItems = 32;
    private const int CallMilliseconds = 5;

    private static readonly int[] WriteMilliseconds = [200, 1000];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (turn, rounds) = arguments.Contains("--quick") ? (TimeSpan.FromSeconds(20), 1) : (TimeSpan.FromSeconds(40), 3);
        Console.WriteLine("| Write | One write a document: documents/s | Its limit | Shared writes: documents/s | Limit of the model | Share of the limit |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        foreach (var milliseconds in WriteMilliseconds)
        {
            using var gateway = await ServerProcess.StartAsync("serve-gateway", Text(CallMilliseconds), Text(milliseconds));
            await RunAsync(gateway.Address, milliseconds / 1000.0, turn, rounds);
        }

        return 0;
    }

    private static async Task RunAsync(Uri gateway, double writeSeconds, TimeSpan turn, int rounds)
    {
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway });
        var model = BatchItems / SimulatedModel.TimeOf(BatchItems).TotalSeconds / StagedPipeline.ChunksPerDocument;

        // What is on its way from claim to completion, and as much again that is claimed and not begun.
        var shared = new WorkerChoice(Places, BatchItems, TimeSpan.FromMilliseconds(30)) { Held = (int)(model * ((2 * writeSeconds) + 1)) };
        var alone = shared with { Held = Places, WritesAlone = true };
        var aloneLimit = Math.Min(model, Places / writeSeconds);
        List<double> ofAlone = [];
        List<double> ofShared = [];
        for (var round = 0; round < rounds; round++)
        {
            ofAlone.Add(await RateAsync(layer, gateway, alone, aloneLimit * turn.TotalSeconds / 2));
            ofShared.Add(await RateAsync(layer, gateway, shared, model * turn.TotalSeconds));
        }

        var rate = Spread.Of(ofShared).Median;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {writeSeconds * 1000:0} ms | {Spread.Of(ofAlone).Median:0} | {aloneLimit:0} | {rate:0} | {model:0} | {rate / model:0.00} |"));
    }

    private static async Task<double> RateAsync(HevlayerClient layer, Uri gateway, WorkerChoice choice, double documents)
    {
        var turn = await HostedRuntime.RunAsync(gateway, await StagedPipeline.StageAsync(layer, (int)documents), choice);
        return turn.Rate;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
