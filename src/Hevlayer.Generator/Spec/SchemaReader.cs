using Hevlayer.Generator.Model;
using Hevlayer.Generator.Passes;
using NJsonSchema;
using NSwag;

namespace Hevlayer.Generator.Spec;

/// <summary>Turns the component schemas into types.</summary>
internal sealed class SchemaReader
{
    private readonly IDictionary<string, JsonSchema> _schemas;
    private readonly TypeResolver _resolver;

    public SchemaReader(OpenApiDocument document)
    {
        _schemas = document.Components.Schemas;
        _resolver = new TypeResolver(_schemas);
    }

    public TypeReference Resolve(JsonSchema schema) => _resolver.Resolve(schema);

    public TypeReference ResolveByName(string schemaName) => _resolver.Resolve(_schemas[schemaName]);

    public IReadOnlyList<TypeModel> ReadTypes() =>
    [
        .. _schemas
            .Where(pair => SchemaShapes.IsOwnType(pair.Value))
            .Select(pair => ReadType(pair.Key, pair.Value))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    private TypeModel ReadType(string schemaName, JsonSchema schema)
    {
        var name = NamingPass.TypeName(schemaName);
        var description = schema.Description ?? string.Empty;
        return SchemaShapes.Of(schema) switch
        {
            SchemaShape.OpenEnum => new OpenEnumModel(schemaName, name, description, ReadValues(schema)),
            SchemaShape.TokenUnion => new TokenUnionModel(schemaName, name, description, ReadTokenCases(schema)),
            SchemaShape.PropertyUnion => new PropertyUnionModel(schemaName, name, description, ReadPropertyCases(schema)),
            _ => new RecordModel(schemaName, name, description, ReadProperties(schemaName, schema), SchemaShapes.KeepsUnknownMembers(schema)),
        };
    }

    private static List<OpenEnumValue> ReadValues(JsonSchema schema) =>
    [
        .. schema.PairsExtension(SpecExtensions.Values)
            .Select(pair => new OpenEnumValue(pair.Key, NamingPass.ValueName(pair.Key), pair.Value)),
    ];

    private List<TokenUnionCase> ReadTokenCases(JsonSchema schema) =>
    [
        .. schema.PairsExtension(SpecExtensions.Cases)
            .Zip(schema.OneOf, (pair, shape) => new TokenUnionCase(pair.Key, pair.Value, _resolver.Resolve(shape))),
    ];

    private List<PropertyUnionCase> ReadPropertyCases(JsonSchema schema) =>
    [
        .. schema.PairsExtension(SpecExtensions.Cases)
            .Zip(schema.OneOf, (pair, shape) => new PropertyUnionCase(pair.Key, pair.Value, _resolver.Resolve(shape).Name)),
    ];

    private List<PropertyModel> ReadProperties(string schemaName, JsonSchema schema) =>
    [
        .. schema.Properties.Select(pair => NullabilityRules.Apply(
            pair.Value,
            new PropertyModel(
                pair.Key,
                NamingPass.PropertyName(schemaName, pair.Key),
                _resolver.Resolve(pair.Value),
                pair.Value.Description ?? string.Empty)
            {
                Limits = LimitReader.Read(pair.Value),
            })),
    ];
}
