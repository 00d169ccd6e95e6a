using System.Globalization;

namespace Hevlayer.Local;

/// <summary>What a key may be minted with.</summary>
internal static class MintRules
{
    public const string Layer = "layer";
    public const string Never = "never";

    private const string DefaultLifetime = "365d";
    private const string VectorStore = "vectorstore.";
    private const string Agent = "agent.";

    private static readonly string[] Named = [VectorStore, "warehouse.", Agent];

    public static MintKeyRequest Complete(MintKeyRequest request)
    {
        Check.NotEmpty(request.Name, "name");
        var entitlements = request.Entitlements ?? new Dictionary<string, ApiKeyEntitlement>(StringComparer.Ordinal);
        foreach (var (target, entitlement) in entitlements)
        {
            CheckTarget(target, entitlement);
        }

        return request with { Entitlements = entitlements, ExpiresAfter = request.ExpiresAfter ?? DefaultLifetime };
    }

    /// <summary>How long a key lives; null for ever.</summary>
    public static TimeSpan? Lifetime(string text)
    {
        if (text == Never)
        {
            return null;
        }

        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1L, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        return unit > 0 && long.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= (long)TimeSpan.FromDays(36_500).TotalSeconds / unit
            ? TimeSpan.FromSeconds(count * unit)
            : throw GatewayFault.Invalid($"expiresAfter must be {Never} or a duration such as 12h or 90d, not '{text}'");
    }

    /// <summary>Whether the entitlement on a target counts for the routes of the gateway.</summary>
    public static bool IsData(string target) => target == Layer || target.StartsWith(VectorStore, StringComparison.Ordinal);

    /// <summary>The agent that a target is; null when it is none.</summary>
    public static string? AgentOf(string target) => target.StartsWith(Agent, StringComparison.Ordinal) ? target[Agent.Length..] : null;

    private static void CheckTarget(string target, ApiKeyEntitlement entitlement)
    {
        if (target != Layer && !Named.Any(prefix => target.Length > prefix.Length && target.StartsWith(prefix, StringComparison.Ordinal)))
        {
            throw GatewayFault.Invalid($"unknown target '{target}': allowed are {Layer}, vectorstore.<name>, warehouse.<name> and agent.<name>");
        }

        if (AgentOf(target) is not null && entitlement.Scopes is { Count: > 0 })
        {
            throw GatewayFault.Invalid($"target '{target}' has no scopes");
        }

        foreach (var scope in entitlement.Scopes ?? [])
        {
            if (scope != ApiKeyScope.Read && scope != ApiKeyScope.Write && scope != ApiKeyScope.Admin)
            {
                throw GatewayFault.Invalid($"unknown scope '{scope}': allowed are read, write and admin");
            }
        }
    }
}
