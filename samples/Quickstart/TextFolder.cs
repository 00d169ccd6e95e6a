namespace Hevlayer.Quickstart;

/// <summary>Where the texts come from: a folder, or some entries of one.</summary>
/// <param name="Root">Absolute path that document ids are relative to.</param>
/// <param name="Entries">Files and folders below the root, in this order; those that do not exist are left out.</param>
internal sealed record TextSource(string Root, IReadOnlyList<string> Entries)
{
    private static readonly string[] OwnDocs = ["README.md", "CHANGELOG.md", "docs"];

    /// <summary>The folder that was asked for, else the docs of this repository.</summary>
    /// <param name="input">Folder from the command line, or null.</param>
    /// <exception cref="Failure">The folder is missing, is no folder or may not be listed, or nothing in it is text.</exception>
    public static TextSource Open(string? input)
    {
        var source = input is null ? Repository() : Folder(input);
        if (!FolderWalk.Files(source, SkippedFiles.Ignore).Any())
        {
            throw new Failure(ExitCode.BadInput, Directory.EnumerateFileSystemEntries(source.Root).Any()
                ? $"There are no .txt or .md files in '{source.Root}'. Choose another folder with --input DIR."
                : $"The folder '{source.Root}' is empty. Choose another one with --input DIR.");
        }

        return source;
    }

    private static TextSource Repository() =>
        RepositoryRoot.Find(AppContext.BaseDirectory, Environment.CurrentDirectory) is { } root
            ? new(root, OwnDocs)
            : throw new Failure(ExitCode.BadInput, "This program does not run inside its repository, so it has no docs to read. Name a folder with --input DIR.");

    private static TextSource Folder(string input)
    {
        var path = Path.GetFullPath(input);
        if (File.Exists(path))
        {
            throw new Failure(ExitCode.BadInput, $"'{path}' is a file. Option --input takes a folder.");
        }

        if (!Directory.Exists(path))
        {
            throw new Failure(ExitCode.BadInput, $"There is no folder '{path}'. Check the path after --input.");
        }

        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(path).GetEnumerator();
            entries.MoveNext();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new Failure(ExitCode.BadInput, $"The folder '{path}' cannot be listed: {exception.Message} Check its permissions.", exception);
        }

        return new(path, ["."]);
    }
}
