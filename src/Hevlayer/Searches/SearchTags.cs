using System.Buffers;

namespace Hevlayer;

/// <summary>The gateway's rules for tags, applied before anything is sent.</summary>
internal static class SearchTags
{
    private const int MostTags = 32;
    private const int LongestTag = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:_-./=+");

    /// <summary>The tags as they go on the wire, sorted and joined with commas; null when none are left.</summary>
    /// <exception cref="ArgumentException">A tag is too long or has a character that is not allowed, or there are too many.</exception>
    public static string? Join(IReadOnlyList<string>? tags, string name) =>
        Clean(tags, name) is { Count: > 0 } cleaned ? string.Join(',', cleaned) : null;

    public static IReadOnlyCollection<string> Clean(IReadOnlyList<string>? tags, string name)
    {
        var cleaned = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            ArgumentNullException.ThrowIfNull(tag, name);
            if (tag.Trim() is { Length: > 0 } trimmed)
            {
                cleaned.Add(Checked(trimmed, name));
            }
        }

        return cleaned.Count <= MostTags
            ? cleaned
            : throw new ArgumentException($"There are {cleaned.Count} different tags; at most {MostTags} are allowed.", name);
    }

    private static string Checked(string tag, string name)
    {
        if (tag.AsSpan().IndexOfAnyExcept(Allowed) is var at and >= 0)
        {
            throw new ArgumentException($"The tag '{tag}' has the character '{tag[at]}'; ASCII letters, digits and : _ - . / = + are allowed.", name);
        }

        return tag.Length <= LongestTag
            ? tag
            : throw new ArgumentException($"The tag '{tag}' is {tag.Length} bytes long; at most {LongestTag} are allowed.", name);
    }
}
