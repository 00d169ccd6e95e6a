using System.Text.Json;

namespace Hevlayer.Local;

internal sealed partial class NamespaceStore
{
    private NamespaceSettings _settings = new();

    /// <summary>Sets attribute definitions, all or none.</summary>
    public void Declare(IEnumerable<KeyValuePair<string, JsonElement>> definitions)
    {
        lock (_lock)
        {
            DeclareLocked(definitions);
        }
    }

    /// <summary>Changes the configuration; null takes a setting away.</summary>
    public void Configure(IEnumerable<KeyValuePair<string, JsonElement>> changes)
    {
        lock (_lock)
        {
            var config = new Dictionary<string, JsonElement>(_settings.Config, StringComparer.Ordinal);
            foreach (var (key, value) in changes)
            {
                if (value.ValueKind == JsonValueKind.Null)
                {
                    config.Remove(key);
                }
                else
                {
                    config[key] = value;
                }
            }

            _settings = _settings with { Config = config };
        }
    }

    /// <summary>Notes the gateway's own fields and shards. There is nothing to fill in afterwards: each row is stamped when it is written.</summary>
    public void Initialize(long schemaVersion, long? shardCount)
    {
        lock (_lock)
        {
            if (shardCount is not null && _settings.SchemaVersion is not null && _settings.ShardCount != shardCount)
            {
                throw GatewayFault.Conflict($"namespace '{name}' has {(_settings.ShardCount is { } stored ? $"{stored} shards" : "no shards")}; that cannot change");
            }

            _settings = _settings with { SchemaVersion = schemaVersion, ShardCount = shardCount ?? _settings.ShardCount };
        }
    }

    private void DeclareLocked(IEnumerable<KeyValuePair<string, JsonElement>> definitions)
    {
        var schema = new Dictionary<string, JsonElement>(_settings.Schema, StringComparer.Ordinal);
        foreach (var (attribute, definition) in definitions)
        {
            var type = DeclaredTypes.TypeOf(attribute, definition);
            if (_schema.Types.TryGetValue(attribute, out var learnt) && !DeclaredTypes.Agree(learnt, type))
            {
                throw GatewayFault.Invalid($"attribute '{attribute}' holds {learnt}; it cannot become {type}");
            }

            schema[attribute] = definition;
        }

        _settings = _settings with { Schema = schema };
    }
}
