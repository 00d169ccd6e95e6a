namespace Hevlayer.Generator.Model;

/// <summary>A schema that becomes a C# type of its own.</summary>
/// <param name="SchemaName">Name in the spec.</param>
/// <param name="Name">Name in C#.</param>
/// <param name="Description">The spec's words.</param>
internal abstract record TypeModel(string SchemaName, string Name, string Description)
{
    /// <summary>Folder under Models: the one area that uses the type, or Common.</summary>
    public string Area { get; init; } = "Common";
}
