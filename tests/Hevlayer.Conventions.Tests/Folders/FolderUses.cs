using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hevlayer.Conventions.Tests.Folders;

/// <summary>
/// Which folder of a project names types of which other. A partial type belongs to the project's root when one of its files
/// is there (it is a facade, and its parts lie with their subjects), else to the folder of its first file.
/// </summary>
internal static class FolderUses
{
    /// <summary>The folder that stands for a project's own files.</summary>
    public const string Root = "(root)";

    private const string Generated = "Generated";

    public static IReadOnlyList<TypeUse> Of(string project)
    {
        var compilation = ProjectSources.Bind(project);
        return [.. compilation.SyntaxTrees
            .Where(tree => tree.FilePath.Length > 0)
            .SelectMany(tree => In(project, compilation.GetSemanticModel(tree)))
            .Distinct()];
    }

    /// <summary>The top folder below the project; what is generated counts by its own folders.</summary>
    public static string FolderOf(string project, string file)
    {
        var parts = file[(project.Length + 1)..].Split('/');
        return parts.Length switch
        {
            1 => Root,
            > 2 when parts[0] == Generated => $"{Generated}/{parts[1]}",
            _ => parts[0],
        };
    }

    private static IEnumerable<TypeUse> In(string project, SemanticModel model)
    {
        var file = model.SyntaxTree.FilePath;
        var folder = FolderOf(project, file);
        foreach (var name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (TypeOf(model.GetSymbolInfo(name).Symbol) is { } type && FolderOf(project, type) is { } other && other != folder)
            {
                yield return new(folder, other, file, type.Name);
            }
        }
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        INamedTypeSymbol type => type,
        // An attribute names its constructor, an extension method names its class.
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol { IsExtensionMethod: true } extension => extension.ContainingType,
        _ => null,
    };

    private static string? FolderOf(string project, INamedTypeSymbol type)
    {
        var folders = type.OriginalDefinition.DeclaringSyntaxReferences
            .Select(part => part.SyntaxTree.FilePath)
            .Where(file => file.Length > 0)
            .Select(file => FolderOf(project, file))
            .Order(StringComparer.Ordinal)
            .ToList();
        return folders.Contains(Root) ? Root : folders.FirstOrDefault();
    }
}
