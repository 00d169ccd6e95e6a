using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hevlayer.Conventions.Tests.Folders;

/// <summary>A project's C# files, hand-written and generated, bound together so that each name is known for what it is.</summary>
internal static class ProjectSources
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    // What this test program runs on: enough, since only the project's own types are looked at.
    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Hevlayer", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>All projects below <c>src</c> and <c>spec</c>, by their path from the root.</summary>
    public static IEnumerable<string> Projects =>
        new[] { "src", "spec" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static CSharpCompilation Bind(string project)
    {
        var trees = Files(project)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, file)), Language, file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, Language));
        return CSharpCompilation.Create(Path.GetFileName(project), trees, References.Value, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));
}
