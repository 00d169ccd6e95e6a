using System.Text.Encodings.Web;

namespace Hevlayer;

/// <summary>Takes the key out of texts that end up in errors: some servers echo what they were sent.</summary>
internal static class KeyRedaction
{
    private const string Mask = "***";

    // A character of the basic plane takes at most so many bytes.
    private const int MostBytesPerCharacter = 3;

    public static string Redact(string text, HevlayerClientOptions options)
    {
        foreach (var form in Forms(options))
        {
            text = text.Replace(form, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>
    /// How much of a body to read for its first characters: so much that a key which begins among them is not cut, and
    /// hence found.
    /// </summary>
    public static int BytesFor(int characters, HevlayerClientOptions options) =>
        (int)Math.Min(Array.MaxLength, ((long)characters * MostBytesPerCharacter) + Forms(options).Select(form => form.Length).DefaultIfEmpty().Max());

    private static string[] Forms(HevlayerClientOptions options) => [.. Forms(options.ApiKey), .. Forms(options.Fallback?.ApiKey)];

    // As it is, as JSON may write it, as an address writes it.
    private static string[] Forms(string? key) => key?.Trim() is { Length: > 0 } text
        ? [text, JavaScriptEncoder.Default.Encode(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text), Uri.EscapeDataString(text)]
        : [];
}
