namespace Hevlayer.Generator.Model;

internal sealed record RecordModel(
    string SchemaName,
    string Name,
    string Description,
    IReadOnlyList<PropertyModel> Properties,
    bool KeepsUnknownMembers)
    : TypeModel(SchemaName, Name, Description);
