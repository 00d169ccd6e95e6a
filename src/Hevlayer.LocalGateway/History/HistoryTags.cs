namespace Hevlayer.Local;

/// <summary>Tags of searches and fetches: cleaned, sorted, and refused where one of them cannot be a tag.</summary>
internal static class HistoryTags
{
    private const int MostTags = 32;
    private const int MostBytes = 128;
    private const string AllowedBesides = ":_-./=+";

    /// <summary>The tags that the headers of a request carry.</summary>
    public static IReadOnlyList<string> Of(GatewayCall call) =>
        Clean($"{call.Header("x-hevlayer-tags")},{call.Header("x-hevlayer-tag")}");

    public static IReadOnlyList<string> Clean(string? list)
    {
        string[] tags = [.. (list ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (tags.Length > MostTags)
        {
            throw GatewayFault.Invalid($"{tags.Length} tags are too many; {MostTags} are allowed");
        }

        return Array.TrueForAll(tags, IsTag)
            ? tags
            : throw GatewayFault.Invalid($"a tag may have {MostBytes} bytes of ASCII letters, digits and {AllowedBesides}");
    }

    private static bool IsTag(string tag) => tag.Length <= MostBytes && tag.All(c => char.IsAsciiLetterOrDigit(c) || AllowedBesides.Contains(c, StringComparison.Ordinal));
}
