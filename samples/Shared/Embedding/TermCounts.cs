using System.Runtime.InteropServices;

namespace Hevlayer.Samples;

/// <summary>Counts the terms of one text after another: its words, and each word with the one before it.</summary>
internal sealed class TermCounts
{
    private readonly Dictionary<ulong, int> _counts = [];
    private char[] _lower = [];

    /// <summary>The terms of the text that was counted last, by their hashes.</summary>
    public IReadOnlyDictionary<ulong, int> Counts => _counts;

    /// <summary>Forgets the last text and counts another.</summary>
    /// <param name="text">The text.</param>
    public void Count(string text)
    {
        _counts.Clear();
        var words = new WordReader(Lower(text));
        for (var previous = Fnv1a.Start; words.Next();)
        {
            var word = Fnv1a.Append(Fnv1a.Start, words.Word);
            if (!CommonWords.Contains(words.Word))
            {
                Increment(word);
            }

            if (previous != Fnv1a.Start)
            {
                Increment(Fnv1a.Append(Fnv1a.Append(previous, " "), words.Word));
            }

            previous = word;
        }
    }

    private ReadOnlySpan<char> Lower(string text)
    {
        if (_lower.Length < text.Length)
        {
            _lower = new char[text.Length];
        }

        return _lower.AsSpan(0, text.AsSpan().ToLowerInvariant(_lower));
    }

    private void Increment(ulong term) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, term, out _)++;
}
