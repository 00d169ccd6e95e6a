using System.Text.Json;

namespace Hevlayer;

/// <summary>Optional members of an options object; what is null is left out.</summary>
internal static class OptionWriter
{
    public static void Number(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Flag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    public static void Filter(Utf8JsonWriter writer, string name, Filter? filter)
    {
        if (filter is not null)
        {
            writer.WritePropertyName(name);
            filter.ToJson().WriteTo(writer);
        }
    }

    public static void Extra(Utf8JsonWriter writer, AttributeMap? extra)
    {
        foreach (var (name, value) in extra ?? [])
        {
            writer.WritePropertyName(name);
            AttributeValueJsonConverter.WriteValue(writer, value);
        }
    }
}
