namespace Hevlayer.Local;

/// <summary>The windows and steps that cost can be asked for.</summary>
internal static class CostSpan
{
    private static readonly string[] Windows = ["1h", "6h", "24h", "7d", "30d"];
    private static readonly string[] Steps = ["5m", "30m", "1h", "6h", "1d"];

    public static TimeSpan Window(string? text) => Read(text ?? "24h", Windows, "window");

    public static TimeSpan Step(string? text) => Read(text ?? "1h", Steps, "step");

    private static TimeSpan Read(string text, string[] known, string name) => known.Contains(text, StringComparer.Ordinal)
        ? TimeSpan.FromTicks(PromTime.Duration(text, name))
        : throw GatewayFault.Invalid($"unknown {name} '{text}': allowed are {string.Join(", ", known)}");
}
