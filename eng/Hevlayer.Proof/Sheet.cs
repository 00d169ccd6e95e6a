using System.Text;

namespace Hevlayer.Proof;

/// <summary>The proof sheet: each promise, what checked it, how often, what it found, and how to see it again.</summary>
internal static class Sheet
{
    public static string Write(IReadOnlyList<Verdict> verdicts)
    {
        var text = new StringBuilder()
            .Append("# Proof\n\n")
            .Append("What the documentation promises, and what checks it. `eng/prove.sh` writes this page from the runs themselves, and fails when a\n")
            .Append("promise has no check, or one that did not run or failed; how it works is in [CONTRIBUTING.md](../CONTRIBUTING.md#the-proof). A case of a\n")
            .Append("theory counts as a test; how many histories or inputs one of them runs is in its own row. The page is that of the last run that was\n")
            .Append("written down; each gate run makes its own in `artifacts/proof/proof.md`.\n\n")
            .Append($"{verdicts.Count(static verdict => verdict.Kept)} of {verdicts.Count} promises kept.\n");
        foreach (var page in verdicts.GroupBy(static verdict => verdict.Promise.Page, StringComparer.Ordinal))
        {
            text.Append($"\n## [{page.Key}]({Link(page.Key)})\n\n| Promise | Checked by | Ran | Found | Again |\n| --- | --- | --- | --- | --- |\n");
            foreach (var verdict in page)
            {
                var found = verdict.Kept ? "nothing" : $"**{verdict.Summary}**";
                var ran = verdict.Kept ? verdict.Summary : "";
                text.Append($"| {Cell(verdict.Promise.Sentence)} | {Cell(By(verdict.Promise))} | {Cell(ran)} | {Cell(found)} | {Cell(Again(verdict.Promise))} |\n");
            }
        }

        return text.ToString();
    }

    private static string Link(string page) => page.StartsWith("docs/", StringComparison.Ordinal) ? page["docs/".Length..] : "../" + page;

    private static string By(Promise promise) => string.Join(", ", promise.Tests.Concat(promise.Checks).Select(static name => $"`{name}`"));

    // A class that ends with a dot and a star is a class; a name without star is one test.
    private static string Again(Promise promise)
    {
        if (promise.Again is { } command)
        {
            return $"`{command}`";
        }

        if (promise.Tests is not [var first, ..])
        {
            return "`.ci/run`";
        }

        var filter = first.EndsWith(".*", StringComparison.Ordinal) ? $"--filter-class '{first[..^2]}'" : $"--filter-method '{first}'";
        return $"`dotnet test {filter}`";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
