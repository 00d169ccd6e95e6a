using NJsonSchema;

namespace Hevlayer.Generator.Spec;

/// <summary>Decides what a component schema becomes.</summary>
internal static class SchemaShapes
{
    public static bool IsOwnType(JsonSchema schema) => Of(schema) != SchemaShape.Inline;

    public static SchemaShape Of(JsonSchema schema) => schema.ExtensionData.TextExtension(SpecExtensions.Union) switch
    {
        "token" => SchemaShape.TokenUnion,
        "property" => SchemaShape.PropertyUnion,
        _ when schema.Type == JsonObjectType.String => SchemaShape.OpenEnum,
        _ when schema.Type == JsonObjectType.Array => SchemaShape.Inline,
        _ when IsMap(schema) => SchemaShape.Inline,
        _ => SchemaShape.Record,
    };

    public static bool IsMap(JsonSchema schema) =>
        schema.Type == JsonObjectType.Object && schema.Properties.Count == 0 && schema.AdditionalPropertiesSchema is not null;

    /// <summary>The reader of the spec takes every object for an open one, so the spec marks those that are.</summary>
    public static bool KeepsUnknownMembers(JsonSchema schema) =>
        schema.ExtensionData.FlagExtension(SpecExtensions.KeepsUnknown);
}
