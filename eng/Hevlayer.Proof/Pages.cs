using System.Text.RegularExpressions;

namespace Hevlayer.Proof;

/// <summary>The pages of the documentation, and where they make promises.</summary>
internal sealed partial class Pages(IReadOnlyDictionary<string, string> texts)
{
    public static Pages Of(string repository) => new(
        Directory.EnumerateFiles(Path.Combine(repository, "docs"), "*.md")
            .Append(Path.Combine(repository, "README.md"))
            .Append(Path.Combine(repository, "SECURITY.md"))
            .ToDictionary(file => Path.GetRelativePath(repository, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal));

    /// <summary>What is wrong before anything has run: words that are not there, promises without a check, rows without a promise.</summary>
    public IEnumerable<string> Faults(IReadOnlyList<Promise> promises)
    {
        foreach (var twice in promises.GroupBy(static promise => promise.Id, StringComparer.Ordinal).Where(static same => same.Count() > 1))
        {
            yield return $"{twice.Key}: two promises have this name";
        }

        foreach (var promise in promises)
        {
            if (!texts.TryGetValue(promise.Page, out var text) || !Plain(text).Contains(Plain(promise.Sentence), StringComparison.Ordinal))
            {
                yield return $"{promise.Id}: {promise.Page} does not say: {promise.Sentence}";
            }

            if (promise.Tests.Count + promise.Checks.Count is 0)
            {
                yield return $"{promise.Id}: nothing checks it";
            }
        }

        foreach (var (page, row) in texts.SelectMany(static page => Rows(page.Value).Select(row => (page.Key, row))))
        {
            if (!promises.Any(promise => promise.Page == page && Plain(row).Contains(Plain(promise.Sentence), StringComparison.Ordinal)))
            {
                yield return $"{page} promises what eng/promises.txt does not have: {row}";
            }
        }
    }

    /// <summary>Rows of tables and items of lists below a heading that has the word promise.</summary>
    private static IEnumerable<string> Rows(string page)
    {
        foreach (var section in Heading().Split(page).Skip(1))
        {
            var lines = section.Split('\n');
            if (!lines[0].Contains("promise", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (Match item in Item().Matches(section))
            {
                yield return item.Value;
            }
        }
    }

    private static string Plain(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex("^#+ ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // A row of a table that has a first cell, or an item of a list with the lines that go on with it.
    [GeneratedRegex(@"^\| [A-Z].*\|$|^- .*(?:\n  .*)*", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
