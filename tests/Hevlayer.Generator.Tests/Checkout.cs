namespace Hevlayer.Generator.Tests;

/// <summary>A scratch copy of what the generator reads and writes.</summary>
internal sealed class Checkout : IDisposable
{
    private Checkout(string root) => Root = root;

    public string Root { get; }

    public string Generated => Path.Combine(Root, "src", "Hevlayer", "Generated");

    public string Spec => Path.Combine(Root, "openapi", "hevlayer.yaml");

    public static string RepositoryRoot { get; } = FindRepository();

    public static Checkout Copy()
    {
        var root = Directory.CreateTempSubdirectory("hevlayer-generator-").FullName;
        var checkout = new Checkout(root);
        CopyFile(Path.Combine("openapi", "hevlayer.yaml"), root);
        var source = Path.Combine(RepositoryRoot, "src", "Hevlayer", "Generated");
        foreach (var file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            CopyFile(Path.GetRelativePath(RepositoryRoot, file), root);
        }

        return checkout;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void CopyFile(string path, string root)
    {
        var target = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(RepositoryRoot, path), target);
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hevlayer.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
