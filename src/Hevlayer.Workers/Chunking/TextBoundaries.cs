namespace Hevlayer.Workers;

/// <summary>Where the words, lines, sentences and paragraphs of a text begin and end; found in one pass.</summary>
internal sealed class TextBoundaries
{
    private readonly string _text;
    private readonly TextBoundary[] _kinds;

    /// <summary>Reads a text.</summary>
    public TextBoundaries(string text)
    {
        _text = text;
        _kinds = new TextBoundary[text.Length + 1];
        var mark = -1;
        for (var place = 0; place < text.Length;)
        {
            if (char.IsWhiteSpace(text[place]))
            {
                place = MarkWhiteSpace(place, mark);
                mark = -1;
                continue;
            }

            var isMark = SentenceMarks.IsMark(text[place]);
            if (mark >= 0 && !isMark && !SentenceMarks.IsCloser(text[place]))
            {
                _kinds[place] = SentenceMarks.IsWideMark(text[mark]) ? TextBoundary.Sentence : TextBoundary.None;
                mark = -1;
            }

            mark = isMark ? place : mark;
            place++;
        }

        _kinds[0] = _kinds[^1] = TextBoundary.Paragraph;
    }

    /// <summary>The place so many characters further on, or the end of the text.</summary>
    public int Forward(int place, int count) => place + Math.Min(count, _text.Length - place);

    /// <summary>The place itself, or the one before it where a surrogate pair would be cut.</summary>
    public int WholeCharacter(int place) => SurrogatePairs.Before(_text, place);

    /// <summary>The first place of a range, its end included, where so much ends.</summary>
    public int? FirstEnd(int from, int to, TextBoundary least)
    {
        while (from <= to && EndAt(from) < least)
        {
            from++;
        }

        return from <= to ? from : null;
    }

    /// <summary>The last place of a range, its end included, where so much ends.</summary>
    public int? LastEnd(int from, int to, TextBoundary least)
    {
        while (from <= to && EndAt(to) < least)
        {
            to--;
        }

        return from <= to ? to : null;
    }

    /// <summary>The first place of a range, its end not included, where so much begins.</summary>
    public int? FirstStart(int from, int to, TextBoundary least)
    {
        while (from < to && StartAt(from) < least)
        {
            from++;
        }

        return from < to ? from : null;
    }

    /// <summary>The first place from here on without white space; the text's length if there is none.</summary>
    public int SkipWhiteSpace(int place)
    {
        while (place < _text.Length && char.IsWhiteSpace(_text[place]))
        {
            place++;
        }

        return place;
    }

    private TextBoundary EndAt(int place) => char.IsWhiteSpace(_text[place - 1]) ? TextBoundary.None : _kinds[place];

    private TextBoundary StartAt(int place) => char.IsWhiteSpace(_text[place]) ? TextBoundary.None : _kinds[place];

    // What ends before white space begins behind it.
    private int MarkWhiteSpace(int start, int mark)
    {
        var end = SkipWhiteSpace(start);
        var breaks = LineBreaks.Count(_text.AsSpan(start, end - start));
        _kinds[start] = _kinds[end] =
            start == 0 || end == _text.Length || breaks > 1 ? TextBoundary.Paragraph
            : mark >= 0 && SentenceMarks.Ends(_text, mark, end) ? TextBoundary.Sentence
            : breaks == 1 ? TextBoundary.Line
            : TextBoundary.Word;
        return end;
    }
}
