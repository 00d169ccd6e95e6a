using System.IO.Enumeration;

namespace Hevlayer.Quickstart;

/// <summary>Where the texts come from: a folder, or some entries of one; walked lazily, so that any size costs the memory of its depth.</summary>
/// <param name="Root">Absolute path that document ids are relative to.</param>
/// <param name="Entries">Files and folders below the root, in this order; those that do not exist are left out.</param>
internal sealed record TextFolder(string Root, IReadOnlyList<string> Entries)
{
    private static readonly string[] OwnDocs = ["README.md", "CHANGELOG.md", "docs"];

    private static readonly EnumerationOptions OneFolder = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The folder that was asked for, else the docs of this repository.</summary>
    /// <param name="input">Folder from the command line, or null.</param>
    /// <exception cref="Failure">The folder is missing, is no folder or may not be listed, or nothing in it is text.</exception>
    public static TextFolder Open(string? input)
    {
        var folder = input is null ? Repository() : new(Listable(Path.GetFullPath(input)), ["."]);
        if (!folder.Files(new(null)).Any())
        {
            throw new Failure(ExitCode.BadInput, Directory.EnumerateFileSystemEntries(folder.Root).Any()
                ? $"There are no .txt or .md files in '{folder.Root}'. Choose another folder with --input DIR."
                : $"The folder '{folder.Root}' is empty. Choose another one with --input DIR.");
        }

        return folder;
    }

    /// <summary>The .txt and .md files, folder by folder.</summary>
    /// <param name="skipped">Hears of folders that could not be listed.</param>
    public IEnumerable<TextFile> Files(SkippedFiles skipped) => Entries
        .Select(entry => Path.GetFullPath(Path.Combine(Root, entry)))
        .SelectMany(path => Directory.Exists(path) ? Below(path, skipped) : File.Exists(path) ? [path] : [])
        .Select(path => new TextFile(path, Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/')));

    private static TextFolder Repository()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Hevlayer.sln")))
                {
                    return new(folder.FullName, OwnDocs);
                }
            }
        }

        throw new Failure(ExitCode.BadInput, "This program does not run inside its repository, so it has no docs to read. Name a folder with --input DIR.");
    }

    private static string Listable(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new Failure(ExitCode.BadInput, File.Exists(path)
                ? $"'{path}' is a file. Option --input takes a folder."
                : $"There is no folder '{path}'. Check the path after --input.");
        }

        try
        {
            _ = Directory.EnumerateFileSystemEntries(path).Any();
            return path;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new Failure(ExitCode.BadInput, $"The folder '{path}' cannot be listed: {exception.Message} Check its permissions.", exception);
        }
    }

    private static IEnumerable<string> Below(string root, SkippedFiles skipped)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            using var entries = Listing(folder).GetEnumerator();
            while (Next(entries, folder, skipped))
            {
                var (path, isFolder) = entries.Current;
                if (isFolder)
                {
                    folders.Push(path);
                }
                else
                {
                    yield return path;
                }
            }
        }
    }

    // An iterator, because a folder that may not be listed fails already when the enumerable is made.
    private static IEnumerable<(string Path, bool IsFolder)> Listing(string folder)
    {
        var entries = new FileSystemEnumerable<(string Path, bool IsFolder)>(
            folder, (ref entry) => (entry.ToFullPath(), entry.IsDirectory), OneFolder)
        {
            ShouldIncludePredicate = (ref entry) => entry.IsDirectory ? IsWalked(ref entry) : IsText(entry.FileName),
        };
        foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    // A linked folder may lead back to one of its parents, or out of the input.
    private static bool IsWalked(ref FileSystemEntry entry) =>
        entry.FileName[0] != '.' && (entry.Attributes & FileAttributes.ReparsePoint) == 0;

    private static bool IsText(ReadOnlySpan<char> name) =>
        Path.GetExtension(name) is var extension
        && (extension.Equals(".txt", StringComparison.OrdinalIgnoreCase) || extension.Equals(".md", StringComparison.OrdinalIgnoreCase));

    private static bool Next(IEnumerator<(string Path, bool IsFolder)> entries, string folder, SkippedFiles skipped)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            skipped.Unreadable(folder, exception.Message);
            return false;
        }
    }
}
