using System.IO.Compression;

namespace Hevlayer;

/// <summary>
/// Compressed bodies, in gzip, which every server has. The client asks for them and decodes itself: the handler that would
/// do it costs every call more memory than the client's own retries.
/// </summary>
internal static class ContentCodings
{
    /// <summary>The one coding that is sent and read.</summary>
    public const string Gzip = "gzip";

    private const string Header = "Content-Encoding";
    private const string LengthHeader = "Content-Length";
    private const string OldName = "x-gzip";

    /// <summary>Whether a body is to be decoded.</summary>
    public static bool IsCompressed(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues(Header, out var values) && IsGzip(values.ToString().AsSpan().Trim());

    /// <summary>The body as it was before it was compressed.</summary>
    public static Stream Decode(Stream body) => new GZipStream(body, CompressionMode.Decompress);

    /// <summary>Whether a header describes the body as it was transferred.</summary>
    public static bool IsOfTransport(string header) =>
        header.Equals(Header, StringComparison.OrdinalIgnoreCase) || header.Equals(LengthHeader, StringComparison.OrdinalIgnoreCase);

    private static bool IsGzip(ReadOnlySpan<char> coding) =>
        coding.Equals(Gzip, StringComparison.OrdinalIgnoreCase) || coding.Equals(OldName, StringComparison.OrdinalIgnoreCase);
}
