using System.Text.Json;

namespace Hevlayer;

/// <summary>Rows of a write, one by one or by columns; vectors go to the wire from where they are.</summary>
internal static class WriteRowsBody
{
    public static void Rows(Utf8JsonWriter writer, string name, IReadOnlyList<WriteRow>? rows)
    {
        if (rows is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var row in rows)
        {
            WriteRow(writer, row);
        }

        writer.WriteEndArray();
    }

    public static void Columns(Utf8JsonWriter writer, string name, WriteColumns? columns)
    {
        if (columns is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        writer.WritePropertyName("id");
        JsonForm.WriteValues(writer, columns.Ids);
        if (columns.Vector is { } vectors)
        {
            writer.WritePropertyName("vector");
            VectorText.Write(writer, vectors);
        }

        if (columns.Vectors is { } bags)
        {
            writer.WriteStartArray("vectors");
            foreach (var bag in bags)
            {
                VectorText.Write(writer, bag);
            }

            writer.WriteEndArray();
        }

        foreach (var (attribute, values) in columns.Attributes ?? [])
        {
            writer.WritePropertyName(attribute);
            JsonForm.WriteValues(writer, values);
        }

        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, WriteRow row)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        AttributeValueJsonConverter.WriteValue(writer, row.Id);
        if (row.Vector is { } vector)
        {
            writer.WritePropertyName("vector");
            VectorText.Write(writer, vector.Span);
        }

        if (row.Vectors is { } bag)
        {
            writer.WritePropertyName("vectors");
            VectorText.Write(writer, bag);
        }

        OptionWriter.Extra(writer, row.Attributes);
        writer.WriteEndObject();
    }
}
