using System.Buffers;
using System.Text.Json;

namespace Hevlayer.Benchmarks;

/// <summary>A namespace write as a body, each component checked and written by the framework.</summary>
internal static class FrameworkBody
{
    private static readonly ArrayBufferWriter<byte> Buffer = new(1024 * 1024);

    public static Task WriteAsync(NamespaceWrite write)
    {
        Buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(Buffer, new() { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteStartArray("upsert_rows");
        foreach (var row in write.UpsertRows!)
        {
            WriteRow(writer, row);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return Task.CompletedTask;
    }

    private static void WriteRow(Utf8JsonWriter writer, WriteRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("id", row.Id.AsString());
        writer.WriteStartArray("vector");
        foreach (var component in row.Vector!.Value.Span)
        {
            if (!float.IsFinite(component))
            {
                throw new ArgumentException("A component is not finite.", nameof(row));
            }

            writer.WriteNumberValue(component);
        }

        writer.WriteEndArray();
        writer.WriteString("text", row.Attributes!["text"].AsString());
        writer.WriteNumber("page", row.Attributes["page"].AsInt64());
        writer.WriteEndObject();
    }
}
