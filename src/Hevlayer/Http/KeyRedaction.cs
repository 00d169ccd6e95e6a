namespace Hevlayer;

/// <summary>Takes the key out of texts that end up in errors: some servers echo what they were sent.</summary>
internal static class KeyRedaction
{
    private const string Mask = "***";

    public static string Redact(string text, string? key) =>
        string.IsNullOrWhiteSpace(key) ? text : text.Replace(key.Trim(), Mask, StringComparison.Ordinal);
}
