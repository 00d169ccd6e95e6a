using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>What the gateway tells about a namespace. Sizes are estimates.</summary>
internal static class NamespaceDescriber
{
    // Bytes of a row beside its vector, roughly: id and a few attributes.
    private const long RowOverhead = 128;

    public static NamespaceMetadata Metadata(NamespaceView view) => new()
    {
        Id = view.Name,
        Schema = Schema(view),
        ApproxLogicalBytes = Bytes(view),
        ApproxRowCount = view.Rows.Length,
        CreatedAt = Time(view.CreatedMs),
        LastWriteAt = Time(view.LastWriteMs),
        UpdatedAt = Time(view.LastWriteMs),
        Config = Config(view),
        Index = Index(view),
        Layer = new NamespaceMetadataLayer
        {
            StableAsOf = view.Freshness.Watermark,
            IsStable = view.Freshness.IsStable,
            Indexed = view.Freshness.IsStable,
            SchemaVersion = view.Settings.SchemaVersion,
            InitState = view.Settings.SchemaVersion is null ? (NamespaceInitState?)null : NamespaceInitState.Ready,
            InitLagRows = view.Settings.SchemaVersion is null ? null : 0,
            ShardCount = view.Settings.ShardCount,
            ShardState = view.Settings.ShardCount is null ? NamespaceShardState.Unsharded : NamespaceShardState.Ready,
            ShardLagRows = view.Settings.ShardCount is null ? null : 0,
            ScatterGatherActive = view.Settings.ShardCount is not null,
        },
    };

    public static NamespaceListEntry Entry(NamespaceView view) => new()
    {
        Name = view.Name,
        RowCount = view.Rows.Length,
        SizeBytes = Bytes(view),
        StableAsOfMs = view.Freshness.Watermark,
        IsStable = view.Freshness.IsStable,
        SchemaSummary = new NamespaceSchemaSummary { VectorDim = view.Dimensions, Fields = [.. view.Types.Keys] },
        Index = Index(view),
        CacheState = new NamespaceCacheState { State = NamespaceCacheTemperature.Warm, WarmedThroughMs = view.LastWriteMs, WarmInflight = false },
        LastWriteMs = view.LastWriteMs,
    };

    public static JsonElement Schema(NamespaceView view)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteType(writer, RowNames.Id, "string");
            if (view.Dimensions is { } width)
            {
                WriteType(writer, RowNames.Vector, string.Create(CultureInfo.InvariantCulture, $"[{width}]f32"));
            }

            foreach (var (name, type) in view.Types.Where(type => !view.Settings.Schema.ContainsKey(type.Key)))
            {
                WriteType(writer, name, type);
            }

            foreach (var (name, definition) in view.Settings.Schema.OrderBy(static one => one.Key, StringComparer.Ordinal))
            {
                WriteDefinition(writer, name, definition);
            }

            writer.WriteEndObject();
        }

        return WireJson.Element(buffer.WrittenSpan);
    }

    private static JsonElement? Config(NamespaceView view) =>
        view.Settings.Config.Count == 0 ? null : WireJson.Element(WireJson.Write(new TurbopufferSchema { AdditionalMembers = new Dictionary<string, JsonElement>(view.Settings.Config) }));

    private static void WriteDefinition(Utf8JsonWriter writer, string name, JsonElement definition)
    {
        if (definition.ValueKind == JsonValueKind.String)
        {
            WriteType(writer, name, definition.GetString()!);
            return;
        }

        writer.WritePropertyName(name);
        definition.WriteTo(writer);
    }

    private static void WriteType(Utf8JsonWriter writer, string name, string type)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", type);
        writer.WriteEndObject();
    }

    private static IndexState Index(NamespaceView view) =>
        new() { Status = view.Freshness.IsStable ? IndexStatus.UpToDate : IndexStatus.Updating };

    private static long Bytes(NamespaceView view) => view.Rows.Length * (RowOverhead + ((view.Dimensions ?? 0) * sizeof(float)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
