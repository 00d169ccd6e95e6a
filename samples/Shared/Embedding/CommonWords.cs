using System.Collections.Frozen;

namespace Hevlayer.Samples;

/// <summary>English words that say nothing about a text when they stand alone; they still count in pairs.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from", "has", "have", "how",
        "if", "in", "is", "it", "its", "no", "not", "of", "on", "or", "so", "than", "that", "the", "then", "there", "they",
        "this", "to", "was", "what", "when", "where", "which", "who", "why", "will", "with", "you", "your",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
