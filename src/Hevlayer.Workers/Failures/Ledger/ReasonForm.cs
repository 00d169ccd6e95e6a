using System.Text.RegularExpressions;

namespace Hevlayer.Workers;

/// <summary>What reasons of one kind have in common.</summary>
internal static partial class ReasonForm
{
    /// <summary>The reason without the document's id, quoted texts and numbers.</summary>
    public static string Of(DocumentFailure failure)
    {
        var reason = Quoted().Replace(failure.Reason, "…");
        return Number().Replace(failure.DocumentId.Length > 0 ? WithoutWord(reason, failure.DocumentId) : reason, "#");
    }

    /// <summary>Counts failures for each reason, the most frequent first.</summary>
    public static IReadOnlyList<FailureGroup> Group(IEnumerable<DocumentFailure> failures) =>
    [
        .. failures.GroupBy(static failure => (failure.Kind, Reason: Of(failure)))
            .Select(static alike => new FailureGroup(
                alike.Key.Kind,
                alike.Key.Reason,
                alike.Count(),
                alike.Min(static failure => failure.FirstAt),
                alike.Max(static failure => failure.LastAt),
                alike.MaxBy(static failure => failure.LastAt)!))
            .OrderByDescending(static group => group.Count)
            .ThenBy(static group => group.Kind, StringComparer.Ordinal)
            .ThenBy(static group => group.Reason, StringComparer.Ordinal),
    ];

    // An id such as "a" is no part of other words.
    private static string WithoutWord(string text, string word) =>
        Regex.Replace(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", "…", RegexOptions.CultureInvariant);

    [GeneratedRegex("(?<!\\w)'[^'\\n]*'|\"[^\"\\n]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
