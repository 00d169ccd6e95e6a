using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Hevlayer;

/// <summary>Takes the keys out of texts that end up in errors: some servers and handlers echo what they were sent.</summary>
internal static class KeyRedaction
{
    private const string Mask = "***";

    // A character of the basic plane takes at most so many bytes.
    private const int MostBytesPerCharacter = 3;

    // The longest way to write one character of a key: &#x002b;
    private const int LongestForm = 8;

    public static string Redact(string text, HevlayerClientOptions options) =>
        Pattern(options) is { Length: > 0 } pattern ? Regex.Replace(text, pattern, Mask, RegexOptions.CultureInvariant) : text;

    /// <summary>The cause of an error, or a stand-in with the same text when it quotes a key.</summary>
    public static Exception? Redact(Exception? cause, HevlayerClientOptions options)
    {
        if (cause is null || !Keys(options).Any())
        {
            return cause;
        }

        var text = cause.ToString();
        var clean = Redact(text, options);
        return clean == text ? cause : new RedactedException(Redact(cause.Message, options), clean);
    }

    /// <summary>
    /// How much of a body to read for its first characters: so much that a key which begins among them is not cut, and
    /// hence found.
    /// </summary>
    public static int BytesFor(int characters, HevlayerClientOptions options) =>
        (int)Math.Min(Array.MaxLength, ((long)characters * MostBytesPerCharacter) + ((long)Keys(options).Select(key => key.Length).DefaultIfEmpty().Max() * LongestForm));

    private static string Pattern(HevlayerClientOptions options) =>
        string.Join('|', Keys(options).OrderByDescending(key => key.Length).Select(key => string.Concat(key.Select(Forms))));

    private static IEnumerable<string> Keys(HevlayerClientOptions options) =>
        new[] { options.ApiKey, options.Fallback?.ApiKey }.Select(key => key?.Trim() ?? string.Empty).Where(key => key.Length > 0);

    // Letters and digits are written as they are everywhere; other signs as JSON, an address or a web page may write them,
    // also within each other.
    private static string Forms(char sign)
    {
        if (char.IsAsciiLetterOrDigit(sign))
        {
            return sign.ToString();
        }

        var code = (int)sign;
        var hex = code.ToString("x2", CultureInfo.InvariantCulture);
        return $@"(?:\\{{0,3}}{Regex.Escape(sign.ToString())}|%(?:25)?(?i:{hex})|\\{{1,2}}u00(?i:{hex})"
            + $"|{Regex.Escape(WebUtility.HtmlEncode(sign.ToString()))}|&#0{{0,2}}{code.ToString(CultureInfo.InvariantCulture)};|&#(?i:x0{{0,2}}{hex};))";
    }
}
