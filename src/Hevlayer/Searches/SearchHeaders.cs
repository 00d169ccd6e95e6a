using System.Diagnostics;

namespace Hevlayer;

/// <summary>A search context as the headers that carry it.</summary>
internal readonly record struct SearchHeaders(string? QueryText, string? Tags, string? TraceParent)
{
    public static SearchHeaders From(SearchContext? context) => new(
        string.IsNullOrWhiteSpace(context?.QueryText) ? null : HeaderText(context.QueryText),
        SearchTags.Join(context?.Tags, "search.Tags"),
        context?.TraceParent ?? Current());

    private static string? Current() =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    // A header is one line: a pasted query keeps its words and loses its breaks.
    private static string HeaderText(string text) => text.ReplaceLineEndings(" ").Trim();
}
