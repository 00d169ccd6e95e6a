using System.Text.Json;

namespace Hevlayer;

/// <summary>
/// Writes a query body for turbopuffer, which knows nothing of the gateway's own members. A query that would lose its
/// meaning on the way is not written.
/// </summary>
internal static class DirectQuery
{
    private static readonly string[] GatewayOnly = ["as_of", "between", "cursor", "nearest_to_id"];

    // Queries by vector only: the leg breakdown has no effect on them.
    private static readonly string[] Translatable = ["vector", "top_k", "filters", "include_attributes", "include_leg_breakdown"];

    /// <summary>Whether a body in turbopuffer's own form asks for something that only the gateway has.</summary>
    public static bool NeedsGateway(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return GatewayOnly.Any(name => Has(document.RootElement, name));
    }

    /// <summary>The gateway's own query in turbopuffer's form; null when it cannot be translated.</summary>
    public static byte[]? Translate(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var query = document.RootElement;
        return query.EnumerateObject().All(member => IsNull(member.Value) || Translatable.Contains(member.Name, StringComparer.Ordinal))
            && query.TryGetProperty("vector", out var vector)
            && vector.ValueKind == JsonValueKind.Array
            && vector.GetArrayLength() > 0
                ? Write(query, vector)
                : null;
    }

    private static byte[] Write(JsonElement query, JsonElement vector)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("rank_by");
            writer.WriteStringValue("vector");
            writer.WriteStringValue("ANN");
            vector.WriteTo(writer);
            writer.WriteEndArray();
            writer.WritePropertyName("top_k");
            WriteTopK(writer, query);
            writer.WriteStartObject("consistency");
            writer.WriteString("level", "eventual");
            writer.WriteEndObject();
            Copy(writer, query, "filters");
            Copy(writer, query, "include_attributes");
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteTopK(Utf8JsonWriter writer, JsonElement query)
    {
        if (Has(query, "top_k"))
        {
            query.GetProperty("top_k").WriteTo(writer);
        }
        else
        {
            writer.WriteNumberValue(GatewayLimits.QueryRequest.DefaultTopK);
        }
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement query, string name)
    {
        if (Has(query, name))
        {
            writer.WritePropertyName(name);
            query.GetProperty(name).WriteTo(writer);
        }
    }

    private static bool Has(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && !IsNull(value);

    private static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;
}
