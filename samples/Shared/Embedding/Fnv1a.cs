namespace Hevlayer.Samples;

/// <summary>The 64-bit FNV-1a hash: the same on every machine and in every run, which <see cref="string.GetHashCode()"/> is not.</summary>
internal static class Fnv1a
{
    /// <summary>Hash of nothing, to start from.</summary>
    public const ulong Start = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>Goes on with a text: the low and the high byte of each of its UTF-16 units.</summary>
    /// <param name="hash">Hash of what came before.</param>
    /// <param name="text">The text.</param>
    public static ulong Append(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            hash = (hash ^ (byte)unit) * Prime;
            hash = (hash ^ (byte)(unit >> 8)) * Prime;
        }

        return hash;
    }
}
