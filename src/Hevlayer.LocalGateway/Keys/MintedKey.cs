namespace Hevlayer.Local;

/// <summary>A minted key as it is at a moment. It never changes: a revocation puts another one in its place.</summary>
internal sealed record MintedKey(ApiKey Record, string TokenHash)
{
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    public bool IsValid(DateTimeOffset now) => Record.RevokedAt is null && !(Record.ExpiresAt <= now);

    public ApiKey At(DateTimeOffset now) => Record with
    {
        Phase = Record.RevokedAt is not null ? ApiKeyPhase.Revoked : Record.ExpiresAt <= now ? ApiKeyPhase.Expired : ApiKeyPhase.Active,
    };

    /// <summary>Whether the use now is worth a note: the time of the last one is a rough one.</summary>
    public bool IsSeenAnew(DateTimeOffset now) => Record.LastSeenAt is not { } last || now - last >= SeenStep;

    public bool Grants(ApiKeyScope scope) => Record.Entitlements
        .Where(entitlement => MintRules.IsData(entitlement.Key))
        .SelectMany(entitlement => entitlement.Value.Scopes ?? [])
        .Any(granted => granted == scope || granted == ApiKeyScope.Admin);

    public KeyGrant Grant() => new(
        [.. Record.Entitlements.Where(entitlement => MintRules.IsData(entitlement.Key)).SelectMany(entitlement => entitlement.Value.Namespaces ?? [])],
        [.. Record.Entitlements.Keys.Select(MintRules.AgentOf).OfType<string>()]);
}
