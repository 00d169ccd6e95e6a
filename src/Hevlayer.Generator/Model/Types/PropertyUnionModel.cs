namespace Hevlayer.Generator.Model;

/// <summary>An object that is one of several records, told apart by a property that only one of them has.</summary>
internal sealed record PropertyUnionModel(
    string SchemaName,
    string Name,
    string Description,
    IReadOnlyList<PropertyUnionCase> Cases)
    : TypeModel(SchemaName, Name, Description);
