using System.Globalization;
using System.Text;

namespace Hevlayer.Benchmarks;

/// <summary>The curve as an SVG picture that can be read on a light and on a dark page.</summary>
internal static class ScalePicture
{
    private const double Mebibyte = 1024 * 1024;
    private const int Width = 830;

    // Embedded in a page a picture does not see the page's colours, but it does see what its reader prefers.
    private const string Style = """
        text { font: 13px system-ui, sans-serif; fill: #24292f; }
        .title { font-weight: 600; }
        .end { text-anchor: end; }
        .middle { text-anchor: middle; }
        .grid { stroke: #8b949e; stroke-opacity: 0.35; }
        polyline { fill: none; stroke-width: 2; }
        .line0 { stroke: #0969da; } .name0 { fill: #0969da; }
        .line1 { stroke: #bc4c00; } .name1 { fill: #bc4c00; }
        .line2 { stroke: #1a7f37; } .name2 { fill: #1a7f37; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .line0 { stroke: #58a6ff; } .name0 { fill: #58a6ff; }
          .line1 { stroke: #f0883e; } .name1 { fill: #f0883e; }
          .line2 { stroke: #3fb950; } .name2 { fill: #3fb950; }
        }
        """;

    public static string Draw(IReadOnlyList<ScalePoint> points)
    {
        Panel[] panels = [Costs(points), Memory(points)];
        var svg = new StringBuilder();
        var height = panels.Length * Panel.Height;
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"Cost of a document and memory, over the documents indexed\">\n<style>\n{Style}\n</style>\n");
        for (var index = 0; index < panels.Length; index++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(0 {index * Panel.Height})\">\n");
            panels[index].Draw(svg);
            svg.Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static Panel Costs(IReadOnlyList<ScalePoint> points) => new(
        "Microseconds for a document",
        [
            Cost("time", points, static costs => costs.Time),
            Cost("processor: worker", points, static costs => costs.Worker),
            Cost("processor: gateway", points, static costs => costs.Gateway),
        ]);

    private static PanelLine Cost(string name, IReadOnlyList<ScalePoint> points, Func<ScaleCosts, double> cost) =>
        new(name, [.. points.Zip(points.Skip(1), (from, to) => ((from.Documents + to.Documents) / 2.0, cost(ScaleCosts.Between(from, to))))]);

    // The gateway's memory is left out: it holds every row, and beside it the worker's could not be seen.
    private static Panel Memory(IReadOnlyList<ScalePoint> points) => new(
        "Memory of the worker, MiB",
        [
            new("process", [.. points.Select(static point => ((double)point.Documents, point.Worker.Memory / Mebibyte))]),
            new("live objects", [.. points.Select(static point => ((double)point.Documents, point.Heap / Mebibyte))]),
        ]);
}
