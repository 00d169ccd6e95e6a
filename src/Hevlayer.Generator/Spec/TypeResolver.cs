using Hevlayer.Generator.Model;
using Hevlayer.Generator.Passes;
using NJsonSchema;

namespace Hevlayer.Generator.Spec;

/// <summary>Finds the C# type of a schema wherever it stands.</summary>
internal sealed class TypeResolver(IDictionary<string, JsonSchema> schemas)
{
    private readonly Dictionary<JsonSchema, string> _names = schemas.ToDictionary(pair => pair.Value, pair => pair.Key);

    public TypeReference Resolve(JsonSchema schema)
    {
        // A nullable reference stands in an allOf beside a type of its own; what it refers to is what counts.
        var actual = (schema.AllOf.Count == 1 ? schema.AllOf.Single() : schema).ActualSchema;
        if (_names.TryGetValue(actual, out var schemaName) && SchemaShapes.IsOwnType(actual))
        {
            return new TypeReference(NamingPass.TypeName(schemaName), IsStruct(actual));
        }

        return actual.ExtensionData.TextExtension(SpecExtensions.Type) switch
        {
            "attributes" => TypeReference.Attributes,
            "value" => TypeReference.Value,
            "row" => TypeReference.Row,
            _ => ResolveByShape(actual),
        };
    }

    private static bool IsStruct(JsonSchema schema) =>
        SchemaShapes.Of(schema) is SchemaShape.OpenEnum or SchemaShape.TokenUnion;

    private TypeReference ResolveByShape(JsonSchema schema) => schema.Type switch
    {
        JsonObjectType.Array => ResolveList(schema.Item),
        JsonObjectType.Object when SchemaShapes.IsMap(schema) =>
            TypeReference.MapOf(Resolve(schema.AdditionalPropertiesSchema!)),
        JsonObjectType.String => ResolveText(schema.Format),
        JsonObjectType.Boolean => new TypeReference("bool", true),
        JsonObjectType.Number => new TypeReference("double", true),
        JsonObjectType.Integer => new TypeReference(IsInt32(schema.Format) ? "int" : "long", true),
        _ => TypeReference.Json,
    };

    // A list of single-precision numbers is a vector: it goes to the wire from the caller's own memory.
    private TypeReference ResolveList(JsonSchema? item) => item switch
    {
        null => TypeReference.ListOf(TypeReference.Json),
        { Type: JsonObjectType.Number, Format: "float" } => TypeReference.Vector,
        _ => TypeReference.ListOf(Resolve(item)),
    };

    private static TypeReference ResolveText(string? format) => format switch
    {
        "date-time" => new TypeReference("DateTimeOffset", true),
        "binary" => TypeReference.Bytes,
        _ => TypeReference.Text,
    };

    // The unsigned formats of the contract are small counts; a signed int is what C# uses for those.
    private static bool IsInt32(string? format) => format is "int32" or "uint32" or "uint16";
}
