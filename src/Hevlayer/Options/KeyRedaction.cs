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

    // The longest way to write one character of a key: \\\\u002b
    private const int LongestForm = 9;

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

    /// <summary>What a reply said beside its body, without the keys.</summary>
    public static ResponseMetadata Redact(ResponseMetadata metadata, HevlayerClientOptions options) => metadata with
    {
        CacheStatus = RedactIfAny(metadata.CacheStatus, options),
        Warnings = [.. metadata.Warnings.Select(warning => Redact(warning, options))],
        NextCursor = RedactIfAny(metadata.NextCursor, options),
        TraceParent = RedactIfAny(metadata.TraceParent, options),
    };

    /// <summary>What an error body says, without the keys: an escape that no pattern knows is gone once the body is read.</summary>
    public static ErrorDetails Redact(ErrorDetails details, HevlayerClientOptions options) => details with
    {
        Code = RedactIfAny(details.Code, options),
        Message = RedactIfAny(details.Message, options),
        RequiredScope = RedactIfAny(details.RequiredScope, options),
        Fields = Redact(details.Fields, options),
    };

    /// <summary>
    /// How much of a body to read for its first characters: so much that a key which begins among them is not cut, and
    /// hence found.
    /// </summary>
    public static int BytesFor(int characters, HevlayerClientOptions options) =>
        (int)Math.Min(Array.MaxLength, ((long)characters * MostBytesPerCharacter) + ((long)Keys(options).Select(key => key.Length).DefaultIfEmpty().Max() * LongestForm));

    private static string? RedactIfAny(string? text, HevlayerClientOptions options) => text is null ? null : Redact(text, options);

    private static IReadOnlyDictionary<string, string> Redact(IReadOnlyDictionary<string, string> fields, HevlayerClientOptions options)
    {
        if (fields.Count == 0)
        {
            return fields;
        }

        var clean = new Dictionary<string, string>(fields.Count, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            clean[Redact(name, options)] = Redact(value, options);
        }

        return clean.AsReadOnly();
    }

    private static string Pattern(HevlayerClientOptions options) =>
        string.Join('|', Keys(options).OrderByDescending(key => key.Length).Select(key => string.Concat(key.Select(Forms))));

    private static IEnumerable<string> Keys(HevlayerClientOptions options) =>
        new[] { options.ApiKey, options.Fallback?.ApiKey }.Select(key => key?.Trim() ?? string.Empty).Where(key => key.Length > 0);

    // Any character, a letter too, may be escaped as in JSON, an address or a web page, even one within the other.
    private static string Forms(char sign)
    {
        var code = (int)sign;
        var hex = code.ToString("x2", CultureInfo.InvariantCulture);
        var plain = char.IsAsciiLetterOrDigit(sign) ? sign.ToString() : $@"\\{{0,3}}{Regex.Escape(sign.ToString())}|{Regex.Escape(WebUtility.HtmlEncode(sign.ToString()))}";
        return $@"(?:{plain}|%(?:25)?(?i:{hex})|\\{{1,4}}u00(?i:{hex})"
            + $"|&#0{{0,2}}{code.ToString(CultureInfo.InvariantCulture)};|&#(?i:x0{{0,2}}{hex};))";
    }
}
