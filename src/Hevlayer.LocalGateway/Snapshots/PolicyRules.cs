using System.Text.RegularExpressions;

namespace Hevlayer.Local;

/// <summary>Checks a snapshot policy, and fills in its defaults.</summary>
internal static partial class PolicyRules
{
    private const string DefaultInterval = "5m";
    private const string Never = "never";

    public static SnapshotPolicy Check(SnapshotPolicy policy)
    {
        if (policy.FacetFields?.Any(string.IsNullOrWhiteSpace) == true)
        {
            throw GatewayFault.Invalid("facetFields must not hold an empty name");
        }

        return new SnapshotPolicy
        {
            FacetFields = policy.FacetFields ?? [],
            Interval = CheckDuration(policy.Interval ?? DefaultInterval, "interval"),
            Retention = policy.Retention is null or Never ? Never : CheckDuration(policy.Retention, "retention"),
        };
    }

    private static string CheckDuration(string text, string field) =>
        Duration().IsMatch(text) ? text : throw GatewayFault.Invalid($"{field} must be a duration such as 30s, 5m, 2h or 7d, not '{text}'");

    [GeneratedRegex("^[0-9]+(ms|s|m|h|d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
