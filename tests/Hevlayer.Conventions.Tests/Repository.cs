namespace Hevlayer.Conventions.Tests;

/// <summary>The files of this checkout.</summary>
internal static class Repository
{
    private static readonly string[] NotSources = ["bin", "obj", "Generated"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Hand-written C# files below a folder, by their path from the root.</summary>
    public static IEnumerable<string> Sources(string folder)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Intersect(NotSources).Any())
            : [];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hevlayer.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
