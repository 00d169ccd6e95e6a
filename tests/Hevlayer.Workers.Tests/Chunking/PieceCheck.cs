namespace Hevlayer.Workers.Tests;

/// <summary>
/// Finds out whether pieces can have been cut from a text by the rules: they come one after another, repeat no more than
/// they may, from where a word or a sentence begins, and leave out white space only.
/// </summary>
internal static class PieceCheck
{
    private const string WideMarksAndClosers = "。！？｡\"'’”)]}*_」』）】》〉］｝»›";

    /// <summary>What is wrong with the pieces; null if nothing is.</summary>
    public static string? Fault(string text, IReadOnlyList<string> pieces, int overlap)
    {
        if (pieces.Count == 0)
        {
            return string.IsNullOrWhiteSpace(text) ? null : "No piece of a text that has something in it.";
        }

        // A piece can be found at several places, so all of them are followed.
        var starts = Places(text, pieces[0]).Where(place => IsWhite(text, 0, place)).ToHashSet();
        for (var index = 1; index < pieces.Count; index++)
        {
            var before = pieces[index - 1].Length;
            var length = pieces[index].Length;
            var places = Places(text, pieces[index]);
            starts = starts
                .SelectMany(last => places.Where(place => Follows(text, last, last + before, place, place + length, overlap)))
                .ToHashSet();
            if (starts.Count == 0)
            {
                return $"Piece {index} of {pieces.Count} cannot follow the one before it.";
            }
        }

        return starts.Any(start => IsWhite(text, start + pieces[^1].Length, text.Length)) ? null : "The pieces stop before the text does.";
    }

    private static bool Follows(string text, int lastStart, int lastEnd, int start, int end, int overlap) =>
        start >= lastEnd
            ? IsWhite(text, lastEnd, start)
            : start > lastStart && end > lastEnd && lastEnd - start <= overlap && BeginsAWord(text, start);

    private static bool BeginsAWord(string text, int place) =>
        char.IsWhiteSpace(text[place - 1]) || WideMarksAndClosers.Contains(text[place - 1], StringComparison.Ordinal);

    private static List<int> Places(string text, string piece) =>
        [.. Enumerable.Range(0, text.Length - piece.Length + 1).Where(place => text.AsSpan(place).StartsWith(piece, StringComparison.Ordinal))];

    private static bool IsWhite(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();
}
