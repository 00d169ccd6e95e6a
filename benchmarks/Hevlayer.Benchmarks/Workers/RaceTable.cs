using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Results as a Markdown table, a line for each choice of options.</summary>
internal static class RaceTable
{
    public static void WriteHeader(TextWriter writer)
    {
        writer.WriteLine("| Call | Documents at once | Batch: texts, delay | Loop: documents/s | Worker: documents/s | Ratio (middle half) | Batch fill | Limit: documents/s |");
        writer.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    public static void Write(TextWriter writer, RaceResult result)
    {
        var loop = Spread.Of(result.Loop.Select(static turn => turn.Rate)).Median;
        foreach (var (choice, turns) in result.Runtime)
        {
            var rate = Spread.Of(turns.Select(static turn => turn.Rate)).Median;
            var ratio = Spread.Of(turns.Zip(result.Loop, static (worker, loop) => worker.Rate / loop.Rate));
            var fill = Spread.Of(turns.Select(turn => turn.TextsPerBatch / choice.BatchItems)).Median;
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {result.CallTime.TotalMilliseconds:0} ms ({result.RealCallTime.TotalMilliseconds:0.0}) | {choice.Documents} | {choice.BatchItems}, {choice.BatchDelay.TotalMilliseconds:0} ms | {loop:0.0} | {rate:0.0} | {ratio.Median:0.0} ({ratio.Low:0.0}–{ratio.High:0.0}) | {fill:0%} | {RateLimit.Of(choice, result.RealCallTime):0} |"));
        }
    }
}
