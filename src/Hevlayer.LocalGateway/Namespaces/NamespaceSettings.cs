using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>What callers have set on a namespace beside its rows. It never changes: a change puts another one in its place.</summary>
internal sealed record NamespaceSettings
{
    /// <summary>Attribute definitions by name, as they were sent.</summary>
    public IReadOnlyDictionary<string, JsonElement> Schema { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Configuration in the vector store's own form.</summary>
    public IReadOnlyDictionary<string, JsonElement> Config { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Version of the gateway's own fields; null before the namespace was initialized.</summary>
    public long? SchemaVersion { get; init; }

    /// <summary>Number of shards; null for none.</summary>
    public long? ShardCount { get; init; }
}
