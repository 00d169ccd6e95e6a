using System.Globalization;
using System.Text;

namespace Hevlayer.Benchmarks;

/// <summary>One panel of a picture as SVG text: a frame with marks, and lines.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Lines">What is in it.</param>
internal sealed record Panel(string Title, IReadOnlyList<PanelLine> Lines)
{
    public const int Height = 250;

    private const int Left = 70;
    private const int Right = 785;
    private const int Top = 40;
    private const int Legend = 380;
    private const int LegendEntry = 150;
    private const int Bottom = 205;

    public void Draw(StringBuilder svg)
    {
        var across = ScaleAxis.For(Lines.Max(static line => line.Points.Max(static point => point.X)));
        var up = ScaleAxis.For(Lines.Max(static line => line.Points.Max(static point => point.Y)));
        Add(svg, $"<text class=\"title\" x=\"{Left}\" y=\"22\">{Title}</text>");
        for (var mark = 0; mark <= up.Steps; mark++)
        {
            var y = Y(mark * up.Step, up);
            Add(svg, $"<line class=\"grid\" x1=\"{Left}\" y1=\"{y:0.#}\" x2=\"{Right}\" y2=\"{y:0.#}\"/>");
            Add(svg, $"<text class=\"end\" x=\"{Left - 8}\" y=\"{y + 4:0.#}\">{mark * up.Step:#,0.##}</text>");
        }

        for (var mark = 0; mark <= across.Steps; mark++)
        {
            Add(svg, $"<text class=\"middle\" x=\"{X(mark * across.Step, across):0.#}\" y=\"{Bottom + 18}\">{mark * across.Step:#,0}</text>");
        }

        Add(svg, $"<text class=\"middle\" x=\"{(Left + Right) / 2}\" y=\"{Bottom + 36}\">documents indexed</text>");
        for (var index = 0; index < Lines.Count; index++)
        {
            DrawLine(svg, Lines[index], index, across, up);
        }
    }

    private static void DrawLine(StringBuilder svg, PanelLine line, int index, ScaleAxis across, ScaleAxis up)
    {
        var points = line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X, across):0.#},{Y(point.Y, up):0.#}"));
        Add(svg, $"<polyline class=\"line{index}\" points=\"{string.Join(' ', points)}\"/>");
        Add(svg, $"<text class=\"name{index}\" x=\"{Legend + (index * LegendEntry)}\" y=\"22\">{line.Name}</text>");
    }

    private static double X(double value, ScaleAxis across) => Left + ((Right - Left) * value / across.Length);

    private static double Y(double value, ScaleAxis up) => Bottom - ((Bottom - Top) * value / up.Length);

    private static void Add(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
