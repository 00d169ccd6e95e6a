using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>What things are called in a simulation.</summary>
internal static class Names
{
    public const string Pipeline = "simulated";
    public const string Namespace = "simulated";

    /// <summary>A row as text, to the last bit of its vectors.</summary>
    public static string Text(VectorEntry row)
    {
        var vectors = row.Vector is { } single ? [single] : row.Vectors ?? [];
        var numbers = vectors.Select(static vector => string.Join(' ', vector.ToArray().Select(static number => number.ToString("R", CultureInfo.InvariantCulture))));
        return $"[{string.Join("] [", numbers)}] {string.Join(", ", (row.Attributes ?? []).Select(static field => $"{field.Key}={field.Value}"))}";
    }
}
