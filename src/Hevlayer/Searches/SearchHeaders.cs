using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Hevlayer;

/// <summary>The headers of a search context, checked before anything is sent.</summary>
internal readonly partial record struct SearchHeaders(string? QueryText, string? Tags, string? TraceParent)
{
    public static SearchHeaders From(SearchContext? context) => new(
        string.IsNullOrWhiteSpace(context?.QueryText) ? null : Checked(context.QueryText.Trim(), "search.QueryText"),
        SearchTags.Join(context?.Tags, "search.Tags"),
        context?.TraceParent is { } given ? CheckedTrace(given, "search.TraceParent") : Current());

    private static string? Current() =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    // A header is one line: what breaks it would end up as another header, or cut the request.
    private static string Checked(string text, string name)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]))
            {
                throw new ArgumentException($"The text has the control character U+{(int)text[at]:X4} at position {at}; one line of text without control characters, tabs among them, is allowed.", name);
            }
        }

        return text;
    }

    private static string CheckedTrace(string trace, string name) => TracePattern().IsMatch(trace)
        ? trace
        : throw new ArgumentException($"The trace context is '{trace}'; a W3C trace context is needed: 00, 32 hexadecimal digits, 16 and 2, all in lower case and joined by -, where neither the 32 nor the 16 are all zero.", name);

    [GeneratedRegex("^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TracePattern();
}
