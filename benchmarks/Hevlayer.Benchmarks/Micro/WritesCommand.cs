using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints how much faster a namespace write becomes a body than with the framework's writer of numbers, in turns.</summary>
internal static class WritesCommand
{
    private const int Rows = 32;

    private static readonly int[] Dimensions = [384, 1536];

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| Rows × components | Framework's time by ours (middle half) | Ours: µs a write | Ours: bytes allocated |");
        Console.WriteLine("|---:|---:|---:|---:|");
        foreach (var dimension in Dimensions)
        {
            var write = new NamespaceWrite { UpsertRows = [.. Enumerable.Range(0, Rows).Select(row => RowOf(row, dimension))] };
            var contest = new Contest("write rows", [new("ours", () => Ours(write)), new("framework's", () => FrameworkBody.WriteAsync(write))]);
            var outcome = await Interleaved.RunAsync(contest, 1, TurnPlan.Full, new Random(1));
            var ratio = outcome.Standings[0].Time;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Rows} × {dimension} | {ratio.Median:0.0} ({ratio.Low:0.0}–{ratio.High:0.0}) | {outcome.FloorTime:0} | {outcome.FloorBytes:0} |"));
        }

        return 0;
    }

    private static WriteRow RowOf(int row, int dimension) => new()
    {
        Id = $"doc-{row}#0",
        Vector = BenchData.Vector(row, dimension),
        Attributes = new() { ["text"] = BenchData.Text(row, 200), ["page"] = row },
    };

    private static Task Ours(NamespaceWrite write)
    {
        BodyWriter.Write(write.ToRequest(), HevlayerJsonContext.Default.TurbopufferWriteRequest, compressFrom: null).Dispose();
        return Task.CompletedTask;
    }
}
