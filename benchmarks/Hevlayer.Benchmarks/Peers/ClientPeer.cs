using System.Diagnostics;
using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>The calls by this client, in a process of its own as the other peers are. The protocol is theirs.</summary>
internal static class ClientPeer
{
    private const string Pipeline = "1";
    private const string Document = "products/document-00001";

    public static async Task<int> RunAsync(string address)
    {
        using var layer = new HevlayerClient(new() { BaseAddress = new Uri(address), ApiKey = "benchmark" });
        var entries = Enumerable.Range(0, 16).Select(static i => new VectorEntry { Id = $"chunk-{i:00000}", Vector = BenchData.Vector(i, 384) }).ToList();
        var claim = new ClaimDocumentsRequest { Limit = 16, WorkerId = "embed-0", LeaseSeconds = 300 };
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Func<Task> call = line.Split(' ')[0] == "claim"
                ? () => layer.ClaimDocumentsAsync(Pipeline, claim)
                : () => layer.PutVectorsAsync(Pipeline, Document, entries);
            var (wall, processor) = await TimeAsync(call, int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wall.TotalSeconds} {processor.TotalSeconds}"));
        }

        return 0;
    }

    private static async Task<(TimeSpan Wall, TimeSpan Processor)> TimeAsync(Func<Task> call, int calls)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var begin = Stopwatch.GetTimestamp();
        for (; calls > 0; calls--)
        {
            await call();
        }

        return (Stopwatch.GetElapsedTime(begin), Environment.CpuUsage.TotalTime - processor);
    }
}
