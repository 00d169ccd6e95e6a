using System.Text.Json;

namespace Hevlayer;

/// <summary>The members of a write, as the wire names them.</summary>
internal static class WriteBody
{
    /// <summary>Every name that has a property of its own.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "upsert_rows", "upsert_columns", "patch_rows", "patch_columns", "deletes", "delete_by_filter",
        "delete_by_filter_allow_partial", "patch_by_filter", "patch_by_filter_allow_partial", "upsert_condition",
        "patch_condition", "delete_condition", "distance_metric", "schema", "return_affected_ids", "disable_backpressure",
    ];

    public static void Write(Utf8JsonWriter writer, NamespaceWrite write)
    {
        WriteRowsBody.Rows(writer, "upsert_rows", write.UpsertRows);
        WriteRowsBody.Columns(writer, "upsert_columns", write.UpsertColumns);
        WriteRowsBody.Rows(writer, "patch_rows", write.PatchRows);
        WriteRowsBody.Columns(writer, "patch_columns", write.PatchColumns);
        if (write.Deletes is { } ids)
        {
            writer.WritePropertyName("deletes");
            JsonForm.WriteValues(writer, ids);
        }

        OptionWriter.Filter(writer, "delete_by_filter", write.DeleteByFilter);
        OptionWriter.Flag(writer, "delete_by_filter_allow_partial", write.DeleteByFilterAllowPartial);
        WritePatch(writer, write.PatchByFilter);
        OptionWriter.Flag(writer, "patch_by_filter_allow_partial", write.PatchByFilterAllowPartial);
        OptionWriter.Filter(writer, "upsert_condition", write.UpsertCondition);
        OptionWriter.Filter(writer, "patch_condition", write.PatchCondition);
        OptionWriter.Filter(writer, "delete_condition", write.DeleteCondition);
        OptionWriter.Text(writer, "distance_metric", write.DistanceMetric?.Value);
        WriteSchema(writer, write.Schema);
        OptionWriter.Flag(writer, "return_affected_ids", write.ReturnAffectedIds);
        OptionWriter.Flag(writer, "disable_backpressure", write.DisableBackpressure);
        OptionWriter.Extra(writer, write.Extra);
    }

    private static void WritePatch(Utf8JsonWriter writer, FilterPatch? patch)
    {
        if (patch is null)
        {
            return;
        }

        writer.WriteStartObject("patch_by_filter");
        OptionWriter.Filter(writer, "filters", patch.Filters);
        writer.WritePropertyName("patch");
        AttributeMapJsonConverter.WriteMap(writer, patch.Patch);
        writer.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter writer, Dictionary<string, AttributeSchema>? schema)
    {
        if (schema is null)
        {
            return;
        }

        writer.WriteStartObject("schema");
        foreach (var (attribute, form) in schema)
        {
            writer.WritePropertyName(attribute);
            form.Write(writer);
        }

        writer.WriteEndObject();
    }
}
