using System.Globalization;

namespace Hevlayer.Local;

/// <summary>How values look on a page.</summary>
internal static class Show
{
    private const int LongestText = 200;

    /// <summary>An id or a text from a caller: set apart, so that its direction changes nothing around it, and cut when it is long.</summary>
    public static Html Text(string? text, bool whole = false) => text is null ? Html.None : Html.Of($"<bdi>{(whole ? text : Cut(text))}</bdi>");

    public static string Cut(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";

    public static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    public static Html Link(string address, string text) => Html.Of($"<a href=\"{address}\"><bdi>{Cut(text)}</bdi></a>");

    public static Html Time(DateTimeOffset time) =>
        Html.Of($"<time datetime=\"{time.ToString("O", CultureInfo.InvariantCulture)}\">{time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}</time>");


    /// <summary>A table, or a sentence where it would be empty.</summary>
    public static Html Table(string caption, string whenEmpty, IReadOnlyList<string> heads, IReadOnlyCollection<Html> rows) => rows.Count == 0
        ? Html.Of($"<p class=\"none\">{whenEmpty}</p>")
        : Html.Of($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table><caption>{caption}</caption><thead><tr>{heads.Select(static head => Html.Of($"<th scope=\"col\">{head}</th>"))}</tr></thead><tbody>{rows}</tbody></table></div>");

    /// <summary>A button that sends fields.</summary>
    public static Html Button(string address, string label, params IReadOnlyList<(string Name, string Value)> fields) =>
        Html.Of($"<form method=\"post\" action=\"{address}\" class=\"inline\">{fields.Select(static field => Html.Of($"<input type=\"hidden\" name=\"{field.Name}\" value=\"{field.Value}\">"))}<button>{label}</button></form>");
}
