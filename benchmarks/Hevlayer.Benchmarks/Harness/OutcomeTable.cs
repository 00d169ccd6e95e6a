using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Outcomes as a Markdown table, a line for each contender.</summary>
internal static class OutcomeTable
{
    public static void WriteHeader(TextWriter writer)
    {
        writer.WriteLine("| Work | At once | Contender | Time by floor (middle half) | Processor by floor (middle half) | Bytes over floor | Floor: bytes | Floor: µs |");
        writer.WriteLine("|---|---:|---|---:|---:|---:|---:|---:|");
    }

    public static void Write(TextWriter writer, Outcome outcome)
    {
        foreach (var standing in outcome.Standings)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {outcome.Name} | {outcome.Concurrency} | {standing.Name} | {Ratio(standing.Time)} | {Ratio(standing.Processor)} | {standing.MoreBytes:+0;-0;0} | {outcome.FloorBytes:0} | {outcome.FloorTime:0} |"));
        }
    }

    private static string Ratio(Spread spread) =>
        string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0.00} ({spread.Low:0.00}–{spread.High:0.00})");
}
