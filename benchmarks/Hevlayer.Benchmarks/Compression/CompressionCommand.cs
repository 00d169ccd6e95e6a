using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer.Benchmarks;

/// <summary>Prints what compressing a request costs and saves, and on which network it begins to pay.</summary>
internal static class CompressionCommand
{
    private const int ChunkLength = 800;
    private const double BitsPerByte = 8;

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| Body | Bytes plain | Bytes compressed | Time by plain writing (middle half) | Pays below |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        await CompareAsync("100 chunks of 800 characters", new PutChunksRequest { Chunks = [.. Enumerable.Range(0, 100).Select(static i => new Chunk { Id = $"chunk-{i:00000}", Text = BenchData.Text(i, ChunkLength) })] });
        await CompareAsync("16 vectors of 384", Vectors(16, 384));
        await CompareAsync("256 vectors of 1536", Vectors(256, 1536));
        return 0;
    }

    private static PutVectorsRequest Vectors(int count, int dimension) =>
        new() { Vectors = [.. Enumerable.Range(0, count).Select(i => new VectorEntry { Id = $"chunk-{i:00000}", Vector = BenchData.Vector(i, dimension) })] };

    private static async Task CompareAsync<T>(string name, T body)
    {
        var type = (JsonTypeInfo<T>)HevlayerJson.Options.GetTypeInfo(typeof(T));
        var contest = new Contest(name, [new("plain", () => Write(null)), new("gzip", () => Write(0))]);
        var outcome = await Interleaved.RunAsync(contest, 1, TurnPlan.Full, new Random(1));
        var (plain, compressed) = (Length(null), Length(0));
        var ratio = outcome.Standings[0].Time;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {plain} | {compressed} ({100.0 * compressed / plain:0} %) | {ratio.Median:0.0} ({ratio.Low:0.0}–{ratio.High:0.0}) | {Breakeven(plain - compressed, outcome.FloorTime * (ratio.Median - 1)):0} Mbit/s |"));

        Task Write(int? compressFrom)
        {
            BodyWriter.Write(body, type, compressFrom).Dispose();
            return Task.CompletedTask;
        }

        long Length(int? compressFrom)
        {
            using var content = BodyWriter.Write(body, type, compressFrom);
            return content.Headers.ContentLength!.Value;
        }
    }

    // Bits that are saved by microseconds that it takes: megabits a second.
    private static double Breakeven(long savedBytes, double microseconds) => savedBytes * BitsPerByte / microseconds;
}
