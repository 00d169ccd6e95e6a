namespace Hevlayer.Benchmarks;

/// <summary>What documents cost, in microseconds.</summary>
/// <param name="Time">Time from one to the next.</param>
/// <param name="Worker">Processor time of the process that stages and works.</param>
/// <param name="Gateway">Processor time of the gateway.</param>
internal readonly record struct ScaleCosts(double Time, double Worker, double Gateway)
{
    /// <summary>The costs of a document, on average, between two points.</summary>
    public static ScaleCosts Between(ScalePoint from, ScalePoint to)
    {
        var documents = to.Documents - from.Documents;
        return new(
            (to.Elapsed - from.Elapsed).TotalMicroseconds / documents,
            (to.Worker.Processor - from.Worker.Processor).TotalMicroseconds / documents,
            (to.Gateway.Processor - from.Gateway.Processor).TotalMicroseconds / documents);
    }

    /// <summary>The first tenth of the documents; a quarter of a tenth before it warms the programs up.</summary>
    public static ScaleCosts First(IReadOnlyList<ScalePoint> points) => Between(points[1], points[1 + Tenth(points)]);

    /// <summary>The last tenth of the documents.</summary>
    public static ScaleCosts Last(IReadOnlyList<ScalePoint> points) => Between(points[^(1 + Tenth(points))], points[^1]);

    private static int Tenth(IReadOnlyList<ScalePoint> points) => (points.Count - 1) / 10;
}
