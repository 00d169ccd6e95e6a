using System.Globalization;
using System.IO.Enumeration;

namespace Hevlayer.Proof;

/// <summary>
/// A promise is kept when everything that checks it ran and passed. A pattern that meets no test, or only tests that were skipped,
/// proves nothing, and neither does a check that could not find out.
/// </summary>
internal sealed class Judge(Records records)
{
    public List<Verdict> Verdicts(IEnumerable<Promise> promises) => [.. promises.Select(Verdict)];

    private Verdict Verdict(Promise promise)
    {
        var troubles = new List<string>();
        var ran = new HashSet<RanTest>(ReferenceEqualityComparer.Instance);
        foreach (var pattern in promise.Tests)
        {
            var met = records.Tests.Where(test => FileSystemName.MatchesSimpleExpression(pattern, test.Name, ignoreCase: false)).ToList();
            var failed = met.Count(static test => test.Result is "Fail");
            var good = met.Count(static test => test.Result is "Pass");
            ran.UnionWith(met.Where(static test => test.Result is "Pass"));
            if (failed > 0)
            {
                troubles.Add($"{failed} of {met.Count} failed: {pattern}");
            }
            else if (good is 0)
            {
                troubles.Add(met.Count is 0 ? $"no test is called {pattern}" : $"no test ran: {pattern}");
            }
        }

        foreach (var check in promise.Checks)
        {
            if (!records.Checks.TryGetValue(check, out var status))
            {
                troubles.Add($"it did not run: {check}");
            }
            else if (status is not 0)
            {
                troubles.Add($"it ended with {status}: {check}");
            }
        }

        if (promise.Tests.Count + promise.Checks.Count is 0)
        {
            troubles.Add("nothing checks it");
        }

        var done = new List<string>();
        if (ran.Count > 0)
        {
            done.Add(Counted(ran.Count, ran.Count is 1 ? "test" : "tests"));
        }

        done.AddRange(ran.SelectMany(static test => test.Counts).GroupBy(static count => count.Kind, static count => count.Number, StringComparer.Ordinal)
            .Select(static counts => Counted(counts.Sum(), counts.Key)));
        done.AddRange(promise.Checks.Select(static check => $"`{check}`"));
        return new(promise, troubles.Count is 0, string.Join(troubles.Count is 0 ? ", " : "; ", troubles.Count is 0 ? done : troubles));
    }

    private static string Counted(long number, string kind) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {kind}");
}
