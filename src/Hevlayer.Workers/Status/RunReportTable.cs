using System.Globalization;
using System.Text;

namespace Hevlayer.Workers;

/// <summary>A report as lines of text.</summary>
internal static class RunReportTable
{
    public static string Of(RunReport report)
    {
        var lines = new StringBuilder();
        Line(lines, "Documents", (report.Documents, "completed"), (report.UnchangedDocuments, "unchanged"), (report.DeletedDocuments, "deleted"), (report.SkippedDocuments, "skipped"), (report.FailedDocuments, "failed"));
        Line(lines, "Attempts", (report.FailedAttempts, "failed"), (report.LeasesLost, "leases lost"));
        Line(lines, "Texts", (report.Chunks, "chunks"), (report.TextsEmbedded, "embedded"), (report.Tokens, "tokens"));
        if (report.Price is { } price)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"{"Price",-10} {price:0.######}");
        }

        Line(lines, "Rows", (report.RowsWritten, "written"), (report.RowsPatched, "patched"), (report.RowsDeleted, "deleted"), (report.RowsUnchanged, "unchanged"));
        if (report.Stages.Count > 0)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"{"Stage",-10} {"times",10} {"total s",12} {"average ms",12} {"longest ms",12}");
        }

        foreach (var stage in report.Stages)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"{stage.Stage,-10} {stage.Count,10:N0} {stage.TotalSeconds,12:N1} {stage.AverageSeconds * 1000,12:N1} {stage.LongestSeconds * 1000,12:N1}");
        }

        return lines.ToString();
    }

    private static void Line(StringBuilder lines, string name, params ReadOnlySpan<(long Number, string What)> figures)
    {
        lines.Append(CultureInfo.InvariantCulture, $"{name,-10} ");
        for (var index = 0; index < figures.Length; index++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? "" : ", ")}{figures[index].Number:N0} {figures[index].What}");
        }

        lines.AppendLine();
    }
}
