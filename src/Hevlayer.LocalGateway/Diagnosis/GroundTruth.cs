using System.Buffers;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>The exact result of a sample query as JSON.</summary>
internal static class GroundTruth
{
    public static JsonElement Describe(float[] sample, IReadOnlyList<RankedRow> exact)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("query_vector");
            Array.ForEach(sample, writer.WriteNumberValue);
            writer.WriteEndArray();
            writer.WriteStartArray("nearest_neighbors");
            foreach (var found in exact)
            {
                writer.WriteStartObject();
                writer.WriteString(RowNames.Id, found.Row.Key);
                writer.WriteNumber(RowNames.Distance, found.Distance!.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return WireJson.Element(buffer.WrittenSpan);
    }
}
