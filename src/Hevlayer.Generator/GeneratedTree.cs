namespace Hevlayer.Generator;

/// <summary>The folder of generated files: rewritten as a whole, or compared with what it should hold.</summary>
internal sealed class GeneratedTree(string root)
{
    public void Write(IReadOnlyDictionary<string, string> files)
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        foreach (var (path, text) in files)
        {
            var target = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }
    }

    /// <summary>One line for each file that is missing, differs or should not be there; empty when all is current.</summary>
    public IReadOnlyList<string> FindDrift(IReadOnlyDictionary<string, string> files)
    {
        var present = PresentFiles();
        return
        [
            .. files.Keys.Where(path => !present.Contains(path)).Select(path => $"missing: {path}"),
            .. files.Where(file => present.Contains(file.Key) && Differs(file.Key, file.Value)).Select(file => $"differs: {file.Key}"),
            .. present.Where(path => !files.ContainsKey(path)).Select(path => $"stray: {path}"),
        ];
    }

    private SortedSet<string> PresentFiles() =>
        Directory.Exists(root)
            ? new(
                Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')),
                StringComparer.Ordinal)
            : new(StringComparer.Ordinal);

    // A checkout may carry other line ends; that is no drift.
    private bool Differs(string path, string text) =>
        !string.Equals(File.ReadAllText(Path.Combine(root, path)).ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
}
