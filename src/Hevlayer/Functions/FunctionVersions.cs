using System.Globalization;

namespace Hevlayer;

/// <summary>Which of two versions of a function is the older one, and what is between them.</summary>
internal static class FunctionVersions
{
    private const string Pending = "-pending";

    /// <summary>The version that a function has while workers of the one before may still hold rows: nobody computes it.</summary>
    public static string Before(string version) => version + Pending;

    /// <summary>Whether a version is one that nobody computes.</summary>
    public static bool IsBefore(string version) => version.EndsWith(Pending, StringComparison.Ordinal);

    /// <summary>
    /// Whether a version is certainly older than another. Versions made of numbers are compared number by number:
    /// <c>v2</c>, <c>1.4.0</c>,
    /// <c>2026-01-02</c>; others have no order.
    /// </summary>
    public static bool IsOlder(string version, string other) =>
        Numbers(version) is { } mine && Numbers(IsBefore(other) ? other[..^Pending.Length] : other) is { } theirs && Compare(mine, theirs) < 0;

    private static List<long>? Numbers(string version)
    {
        var numbers = new List<long>();
        foreach (var part in version.TrimStart('v', 'V').Split('.', '-'))
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static int Compare(List<long> left, List<long> right)
    {
        for (var index = 0; index < Math.Max(left.Count, right.Count); index++)
        {
            var order = left.ElementAtOrDefault(index).CompareTo(right.ElementAtOrDefault(index));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
