namespace Hevlayer.Workers;

/// <summary>
/// Cuts a text where its paragraphs, sentences or words end.
/// <list type="bullet">
/// <item>A piece ends with a paragraph if it is then at least half as long as it may be, else with a sentence.</item>
/// <item>Only a sentence that is longer than a piece is cut, where a line or a word ends; only a word that is longer than
/// a piece is cut, between two characters and never inside a surrogate pair.</item>
/// <item>A piece repeats the end of the one before it, from where a sentence begins, else from where a word begins, as far
/// as what is new still fits. Where neither begins close enough, it repeats nothing.</item>
/// <item>White space around a piece is left out, all other text is in some piece.</item>
/// </list>
/// Sentences end with <c>. ! ? …</c> and white space, or with <c>。！？</c> alone; closing quotes and brackets belong to
/// them. A dot ends none before a lower-case letter, after a single letter or after the number of a list. Other
/// abbreviations are not known: "Dr. Who" counts as two sentences.
/// </summary>
/// <remarks>Takes time in proportion to what it gives back, and one byte a character beside the text.</remarks>
public sealed class SentenceChunker : ITextChunker
{
    private readonly int _maxLength;
    private readonly int _overlap;

    /// <summary>Makes a chunker.</summary>
    /// <param name="options">Lengths; null takes the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The longest piece is shorter than 2, or the overlap is negative or not less than the longest piece.
    /// </exception>
    public SentenceChunker(SentenceChunkerOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxLength, SurrogatePairs.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Overlap);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.Overlap, options.MaxLength);
        (_maxLength, _overlap) = (options.MaxLength, options.Overlap);
    }

    /// <inheritdoc />
    /// <returns>The pieces in their order; none for a text that is empty or all white space.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public IEnumerable<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pieces(text);
    }

    private IEnumerable<string> Pieces(string text)
    {
        var boundaries = new TextBoundaries(text);
        var start = boundaries.SkipWhiteSpace(0);
        var unread = start;
        while (unread < text.Length)
        {
            var end = EndOf(boundaries, start, unread);
            yield return text[start..end];
            unread = boundaries.SkipWhiteSpace(end);
            start = StartAfter(boundaries, start, end, unread);
        }
    }

    // Each end lies behind the first unread character, so each piece brings something new.
    private int EndOf(TextBoundaries boundaries, int start, int unread)
    {
        var limit = boundaries.Forward(start, _maxLength);
        var half = Math.Max(boundaries.Forward(start, _maxLength / 2), unread + 1);
        if (boundaries.LastEnd(half, limit, TextBoundary.Paragraph) is { } paragraph)
        {
            return paragraph;
        }

        // A short piece is better than a sentence cut in two, unless the sentence has to be cut anyway.
        var sentence = boundaries.LastEnd(unread + 1, limit, TextBoundary.Sentence);
        if (sentence >= half || (sentence is { } end && FittingEnd(boundaries, boundaries.SkipWhiteSpace(end), TextBoundary.Sentence) is not null))
        {
            return sentence.Value;
        }

        return boundaries.LastEnd(half, limit, TextBoundary.Line)
            ?? boundaries.LastEnd(unread + 1, limit, TextBoundary.Word)
            ?? boundaries.WholeCharacter(limit);
    }

    private int StartAfter(TextBoundaries boundaries, int start, int end, int unread)
    {
        var needed = FittingEnd(boundaries, unread, TextBoundary.Sentence)
            ?? FittingEnd(boundaries, unread, TextBoundary.Word)
            ?? boundaries.Forward(unread, SurrogatePairs.Length);
        var earliest = Math.Max(Math.Max(start + 1, end - _overlap), needed - _maxLength);
        return boundaries.FirstStart(earliest, end, TextBoundary.Sentence)
            ?? boundaries.FirstStart(earliest, end, TextBoundary.Word)
            ?? unread;
    }

    private int? FittingEnd(TextBoundaries boundaries, int start, TextBoundary least) =>
        boundaries.FirstEnd(start + 1, boundaries.Forward(start, _maxLength), least);
}
