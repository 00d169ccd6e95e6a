namespace Hevlayer.Workers;

/// <summary>Keeps the two halves of a character together.</summary>
internal static class SurrogatePairs
{
    /// <summary>Length of a pair: the least that a piece has to hold.</summary>
    public const int Length = 2;

    /// <summary>The place itself, or the one before it where a cut would fall into a pair.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the text would be cut, more than 0.</param>
    public static int Before(string text, int place) =>
        place < text.Length && char.IsSurrogatePair(text[place - 1], text[place]) ? place - 1 : place;
}
