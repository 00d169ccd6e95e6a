using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hevlayer.Local;

/// <summary>Hides keys that were sent where they do not belong, in an address or in a body, before anybody sees them.</summary>
/// <param name="keys">The keys of the options.</param>
internal sealed partial class KeyMask(IEnumerable<LocalGatewayKey> keys)
{
    private const string Hidden = "***";

    // Shorter ones are ordinary words, and no secrets.
    private const int LeastLength = 6;

    private readonly string[] _tokens =
    [
        .. keys.Select(static key => key.Token)
            .Where(static token => token.Length >= LeastLength)
            .SelectMany(static token => new[] { token, Uri.EscapeDataString(token), JsonEncodedText.Encode(token).ToString() })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static token => token.Length),
    ];

    public string Hide(string text) =>
        Minted().Replace(_tokens.Aggregate(text, static (shown, token) => shown.Replace(token, Hidden, StringComparison.OrdinalIgnoreCase)), Hidden);

    [GeneratedRegex("hvl_[A-Za-z0-9_-]+")]
    private static partial Regex Minted();
}
