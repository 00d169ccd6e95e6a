using System.Globalization;
using System.Text.RegularExpressions;

namespace Hevlayer.Proof;

/// <summary>One run of a test.</summary>
/// <param name="Name">Its class with the namespace, and its method.</param>
/// <param name="Result"><c>Pass</c>, <c>Fail</c>, <c>Skip</c> or <c>NotRun</c>.</param>
/// <param name="Output">What it wrote; a line that begins with a number of histories or inputs says how many it ran.</param>
internal sealed partial record RanTest(string Name, string Result, string Output)
{
    public IEnumerable<(string Kind, long Number)> Counts =>
        Count().Matches(Output).Select(static match => (match.Groups[2].Value, long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^(\d+) (histories|inputs)\b", RegexOptions.Multiline)]
    private static partial Regex Count();
}
