using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Hevlayer.Local;

/// <summary>Builds HTML from an interpolated string and escapes everything that is filled in and is not HTML itself.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlHandler(int literalLength, int formattedCount)
{
    private const int GuessedLength = 16;

    private readonly StringBuilder _text = new(literalLength + (formattedCount * GuessedLength));

    public void AppendLiteral(string html) => _text.Append(html);

    public void AppendFormatted(Html html) => _text.Append(html.Text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            AppendFormatted(piece);
        }
    }

    public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? string.Empty));

    public void AppendFormatted(long number) => _text.Append(number);

    public void AppendFormatted<T>(T value)
        where T : IFormattable => AppendFormatted(value.ToString(null, CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
