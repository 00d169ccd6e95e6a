namespace Hevlayer.Conventions.Tests.Folders;

/// <summary>A file of one folder names a type of another.</summary>
/// <param name="From">The folder of the file.</param>
/// <param name="To">The folder of the type.</param>
/// <param name="File">The file, by its path from the root.</param>
/// <param name="Type">The type's name.</param>
internal sealed record TypeUse(string From, string To, string File, string Type);
