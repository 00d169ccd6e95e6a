namespace Hevlayer.Generator.Model;

internal sealed record OpenEnumModel(
    string SchemaName,
    string Name,
    string Description,
    IReadOnlyList<OpenEnumValue> Values)
    : TypeModel(SchemaName, Name, Description);
