using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Writes results in the form of the Prometheus HTTP API.</summary>
internal static class PromReply
{
    public static GatewayResponse Instant(PromResult result, long ticks) => Success(result.Scalar is null ? "vector" : "scalar", writer =>
    {
        if (result.Scalar is { } scalar)
        {
            WritePoint(writer, ticks, scalar);
            return;
        }

        writer.WriteStartArray();
        foreach (var sample in result.Samples)
        {
            writer.WriteStartObject();
            WriteLabels(writer, sample.Labels);
            writer.WritePropertyName("value");
            WritePoint(writer, ticks, sample.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static GatewayResponse Range(IEnumerable<(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<(long Ticks, double Value)> Points)> series) => Success("matrix", writer =>
    {
        writer.WriteStartArray();
        foreach (var (labels, points) in series)
        {
            writer.WriteStartObject();
            WriteLabels(writer, labels);
            writer.WriteStartArray("values");
            foreach (var (ticks, value) in points)
            {
                WritePoint(writer, ticks, value);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static GatewayResponse BadData(string message) => Write(HttpStatusCode.BadRequest, writer =>
    {
        writer.WriteString("status", "error");
        writer.WriteString("errorType", "bad_data");
        writer.WriteString("error", message);
    });

    private static GatewayResponse Success(string type, Action<Utf8JsonWriter> result) => Write(HttpStatusCode.OK, writer =>
    {
        writer.WriteString("status", "success");
        writer.WriteStartObject("data");
        writer.WriteString("resultType", type);
        writer.WritePropertyName("result");
        result(writer);
        writer.WriteEndObject();
    });

    private static GatewayResponse Write(HttpStatusCode status, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return GatewayResponse.RawJson(buffer.WrittenSpan.ToArray(), status);
    }

    private static void WriteLabels(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> labels)
    {
        writer.WriteStartObject("metric");
        foreach (var (name, value) in labels)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter writer, long ticks, double value)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(PromTime.Seconds(ticks));
        writer.WriteStringValue(value.ToString("R", CultureInfo.InvariantCulture));
        writer.WriteEndArray();
    }
}
