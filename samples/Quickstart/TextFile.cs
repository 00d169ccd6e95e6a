namespace Hevlayer.Quickstart;

/// <summary>One file to index.</summary>
/// <param name="Path">Absolute path on this machine.</param>
/// <param name="Name">Path from the input folder with forward slashes: the same on every machine.</param>
internal sealed record TextFile(string Path, string Name)
{
    /// <summary>The path below a root as it is written on every operating system.</summary>
    /// <param name="root">Absolute path of the root.</param>
    /// <param name="path">Absolute path below it.</param>
    public static string RelativeName(string root, string path) =>
        System.IO.Path.GetRelativePath(root, path).Replace(System.IO.Path.DirectorySeparatorChar, '/');
}
