using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>The result as Markdown tables.</summary>
internal static class ScaleTable
{
    private const double Mebibyte = 1024 * 1024;

    public static void Write(TextWriter writer, IReadOnlyList<ScalePoint> points)
    {
        var first = ScaleCosts.First(points);
        var last = ScaleCosts.Last(points);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {points[^1].Documents:#,0} documents in {points[^1].Elapsed.TotalSeconds:0} s

            | Cost of a document | First tenth: µs | Last tenth: µs | Ratio |
            |---|---:|---:|---:|
            | Time | {first.Time:0} | {last.Time:0} | {last.Time / first.Time:0.00} |
            | Processor: staging and worker | {first.Worker:0} | {last.Worker:0} | {last.Worker / first.Worker:0.00} |
            | Processor: gateway | {first.Gateway:0} | {last.Gateway:0} | {last.Gateway / first.Gateway:0.00} |

            | Memory: MiB | After the warm-up | Peak | At the end |
            |---|---:|---:|---:|
            {Memory("Staging and worker", points, static point => point.Worker.Memory)}
            {Memory("their live objects", points, static point => point.Heap)}
            {Memory("Gateway", points, static point => point.Gateway.Memory)}
            """));
    }

    private static string Memory(string name, IReadOnlyList<ScalePoint> points, Func<ScalePoint, long> bytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {bytes(points[1]) / Mebibyte:0.0} | {points.Max(bytes) / Mebibyte:0.0} | {bytes(points[^1]) / Mebibyte:0.0} |");
}
