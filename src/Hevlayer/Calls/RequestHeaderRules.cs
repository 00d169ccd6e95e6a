using System.Buffers;

namespace Hevlayer;

/// <summary>Which headers a caller may add to a request.</summary>
internal static class RequestHeaderRules
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // These are the client's own: another one would change who asks, or what the body is.
    private static readonly string[] Own = ["Authorization", "Host", "Connection", "Transfer-Encoding", "Accept-Encoding"];

    /// <summary>A copy of the headers, each of them checked.</summary>
    public static IReadOnlyDictionary<string, string>? Checked(IReadOnlyDictionary<string, string>? headers, string name)
    {
        if (headers is null)
        {
            return null;
        }

        foreach (var (header, value) in headers)
        {
            Check(header, value, name);
        }

        return new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
    }

    private static void Check(string header, string value, string name)
    {
        if (header.Length == 0 || header.AsSpan().ContainsAnyExcept(NameLetters))
        {
            throw new ArgumentException($"'{header}' is not the name of a header; letters, digits and hyphens are allowed.", name);
        }

        if (Own.Contains(header, StringComparer.OrdinalIgnoreCase) || header.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The header {header} is set by the client; other headers are allowed.", name);
        }

        if (value is null || value.Any(char.IsControl))
        {
            throw new ArgumentException($"The value of the header {header} is null or has a control character; one line of text is allowed.", name);
        }
    }
}
