using System.IO.Enumeration;

namespace Hevlayer.Quickstart;

/// <summary>Walks a source lazily, so that a folder of any size costs the memory of its depth.</summary>
internal static class FolderWalk
{
    private static readonly string[] TextExtensions = [".txt", ".md"];

    private static readonly EnumerationOptions OneFolder = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The .txt and .md files of a source, folder by folder.</summary>
    /// <param name="source">The source.</param>
    /// <param name="skipped">Hears of folders that could not be listed.</param>
    public static IEnumerable<TextFile> Files(TextSource source, SkippedFiles skipped) =>
        source.Entries
            .Select(entry => Path.GetFullPath(Path.Combine(source.Root, entry)))
            .SelectMany(path => Directory.Exists(path) ? Below(path, skipped) : File.Exists(path) ? [path] : [])
            .Select(path => new TextFile(path, TextFile.RelativeName(source.Root, path)));

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

    private static bool IsText(ReadOnlySpan<char> name)
    {
        var extension = Path.GetExtension(name);
        foreach (var known in TextExtensions)
        {
            if (extension.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

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
