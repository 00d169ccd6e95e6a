namespace Hevlayer.Local;

/// <summary>A piece of HTML. Text gets into it through <see cref="Of"/> alone, which escapes it.</summary>
internal readonly record struct Html(string Text)
{
    public static Html None { get; } = new(string.Empty);

    /// <summary>Makes a piece from an interpolated string: what is written out is HTML, what is filled in is text.</summary>
    public static Html Of(HtmlHandler text) => new(text.ToString());

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(static piece => piece.Text)));

    public static Html If(bool holds, HtmlHandler text) => holds ? Of(text) : None;

    public override string ToString() => Text;
}
