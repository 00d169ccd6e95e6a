namespace Hevlayer.Generator.Model;

/// <summary>A value whose JSON token tells which of its cases it is.</summary>
internal sealed record TokenUnionModel(
    string SchemaName,
    string Name,
    string Description,
    IReadOnlyList<TokenUnionCase> Cases)
    : TypeModel(SchemaName, Name, Description);
