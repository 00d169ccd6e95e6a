namespace Hevlayer;

/// <summary>What the settings of text search must hold before they are sent.</summary>
internal static class FullTextSearchRules
{
    private const int LongestToken = 254;

    public static void Check(FullTextSearch? search, string name)
    {
        if (search?.MaxTokenLength is < 1 or > LongestToken)
        {
            throw new ArgumentOutOfRangeException($"{name}.MaxTokenLength", search!.MaxTokenLength, $"The value must be from 1 to {LongestToken}.");
        }

        Finite(search?.K1, $"{name}.K1");
        Finite(search?.B, $"{name}.B");
    }

    private static void Finite(double? value, string name)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(name, number, "The value must be a finite number.");
        }
    }
}
