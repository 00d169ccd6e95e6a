using System.Text.Json;

namespace Hevlayer;

/// <summary>Writes a native query.</summary>
internal static class QueryLegWriter
{
    public static void Write(Utf8JsonWriter writer, QueryLeg leg)
    {
        writer.WriteStartObject();
        if (leg.RankBy is { } rankBy)
        {
            writer.WritePropertyName("rank_by");
            rankBy.ToJson().WriteTo(writer);
        }

        OptionWriter.Filter(writer, "filters", leg.Filters);
        OptionWriter.Number(writer, "top_k", leg.TopK);
        if (leg.IncludeAttributes is { } include)
        {
            writer.WritePropertyName("include_attributes");
            JsonSerializer.Serialize(writer, include, HevlayerJsonContext.Default.IncludeAttributes);
        }

        WriteAggregates(writer, leg);
        OptionWriter.Extra(writer, leg.Extra);
        writer.WriteEndObject();
    }

    private static void WriteAggregates(Utf8JsonWriter writer, QueryLeg leg)
    {
        if (leg.AggregateBy is { } aggregates)
        {
            writer.WriteStartObject("aggregate_by");
            foreach (var (name, aggregate) in aggregates)
            {
                writer.WritePropertyName(name);
                aggregate.ToJson().WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        if (leg.GroupBy is { } groups)
        {
            writer.WriteStartArray("group_by");
            foreach (var attribute in groups)
            {
                writer.WriteStringValue(attribute);
            }

            writer.WriteEndArray();
        }
    }
}
