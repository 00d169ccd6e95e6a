namespace Hevlayer;

/// <summary>What the limits on write times must hold before they are sent.</summary>
internal static class TimeWindowRules
{
    public static void Check(long? asOf, IReadOnlyList<long>? between, string name)
    {
        if (asOf is not null && between is not null)
        {
            throw new ArgumentException("Both AsOf and Between are set; at most one of them is allowed.", name);
        }

        if (asOf < 0)
        {
            throw new ArgumentOutOfRangeException($"{name}.AsOf", asOf, "The value must not be negative; it is a time in epoch milliseconds.");
        }

        if (between is not null)
        {
            CheckWindow(between, $"{name}.Between");
        }
    }

    private static void CheckWindow(IReadOnlyList<long> between, string name)
    {
        if (between.Count != 2)
        {
            throw new ArgumentException($"The window has {between.Count} elements; two times in epoch milliseconds are needed.", name);
        }

        if (between[0] < 0 || between[0] >= between[1])
        {
            throw new ArgumentException($"The window goes from {between[0]} to {between[1]}; the first time must not be negative and must be less than the second.", name);
        }
    }
}
