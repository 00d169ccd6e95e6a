namespace Hevlayer.Local.Tool;

/// <summary>Reads <c>TOKEN[:scope,scope]</c>.</summary>
internal static class KeyArgument
{
    private static readonly string[] Scopes = ["read", "write", "admin"];

    public static LocalGatewayKey Parse(string text)
    {
        var cut = text.LastIndexOf(':');
        if (cut < 0)
        {
            return new LocalGatewayKey(text);
        }

        var scopes = text[(cut + 1)..].Split(',', StringSplitOptions.TrimEntries);
        if (cut == 0 || Array.Exists(scopes, scope => !Scopes.Contains(scope, StringComparer.Ordinal)))
        {
            // The argument holds a secret, so the message must not repeat it.
            throw new FormatException("--key must be TOKEN or TOKEN:SCOPES, where SCOPES are read, write and admin joined with commas.");
        }

        return new LocalGatewayKey(text[..cut], [.. scopes.Select(scope => (ApiKeyScope)scope)]);
    }
}
