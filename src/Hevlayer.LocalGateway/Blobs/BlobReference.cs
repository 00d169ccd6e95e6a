namespace Hevlayer.Local;

/// <summary>Names a blob; its text is what a row keeps as an attribute.</summary>
internal readonly record struct BlobReference(string Namespace, string Sha)
{
    public const string Scheme = "blob://";

    private const int ShaLength = 64;

    public static bool IsSha(string text) => text.Length == ShaLength && text.All(char.IsAsciiHexDigit);

    /// <summary>The reference that a text is; null when it is none.</summary>
    public static BlobReference? Parse(string text)
    {
        var cut = text.LastIndexOf('/');
        return text.StartsWith(Scheme, StringComparison.Ordinal) && cut > Scheme.Length && IsSha(text[(cut + 1)..])
            ? new BlobReference(text[Scheme.Length..cut], text[(cut + 1)..].ToLowerInvariant())
            : null;
    }

    public override string ToString() => $"{Scheme}{Namespace}/{Sha}";
}
