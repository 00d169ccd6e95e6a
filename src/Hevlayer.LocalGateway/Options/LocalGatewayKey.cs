namespace Hevlayer.Local;

/// <summary>A key that a <see cref="LocalGateway"/> accepts, with what it may do.</summary>
public sealed class LocalGatewayKey
{
    /// <summary>Makes a key.</summary>
    /// <param name="token">The bearer token.</param>
    /// <param name="scopes">What the key may do; admin includes the others. None means admin.</param>
    /// <exception cref="ArgumentException">The token is empty, or a scope is none of read, write and admin.</exception>
    public LocalGatewayKey(string token, params IReadOnlyList<ApiKeyScope> scopes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        ArgumentNullException.ThrowIfNull(scopes);
        foreach (var scope in scopes)
        {
            if (scope != ApiKeyScope.Read && scope != ApiKeyScope.Write && scope != ApiKeyScope.Admin)
            {
                throw new ArgumentException($"Unknown scope '{scope}'; allowed are read, write and admin.", nameof(scopes));
            }
        }

        Token = token.Trim();
        Scopes = scopes.Count == 0 ? [ApiKeyScope.Admin] : [.. scopes];
    }

    /// <summary>What the key may do.</summary>
    public IReadOnlyList<ApiKeyScope> Scopes { get; }

    internal string Token { get; }

    /// <summary>The scopes; never the token.</summary>
    public override string ToString() => $"key with {string.Join(", ", Scopes)}";

    internal bool Grants(ApiKeyScope scope) => Scopes.Contains(scope) || Scopes.Contains(ApiKeyScope.Admin);
}
