namespace Hevlayer.Benchmarks;

/// <summary>A line of a panel.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record PanelLine(string Name, IReadOnlyList<(double X, double Y)> Points);
