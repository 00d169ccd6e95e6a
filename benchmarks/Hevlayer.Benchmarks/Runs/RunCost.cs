using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>What one run over all documents took.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Documents">How many documents it was given.</param>
/// <param name="Time">From the first call to the last document.</param>
/// <param name="Calls">Calls of the producer and of the worker.</param>
/// <param name="Bytes">Bytes of their bodies, in both directions.</param>
/// <param name="Texts">Texts that were embedded.</param>
/// <param name="ModelTime">How long the model worked.</param>
internal sealed record RunCost(string Name, int Documents, TimeSpan Time, long Calls, long Bytes, long Texts, TimeSpan ModelTime)
{
    public const string Heading = """
        | Run | Documents/s | Calls a document | Bytes a document | Texts embedded | Model, s | Model, share of the first run |
        |---|---:|---:|---:|---:|---:|---:|
        """;

    public string Line(RunCost first) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Documents / Time.TotalSeconds:N0} | {(double)Calls / Documents:0.000} | {(double)Bytes / Documents:N0} | {Texts:N0} | {ModelTime.TotalSeconds:0.0} | {ModelTime / first.ModelTime:0.0000} |");
}
