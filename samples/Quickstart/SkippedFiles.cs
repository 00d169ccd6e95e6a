namespace Hevlayer.Quickstart;

/// <summary>Counts the files that were left out, and notes why.</summary>
/// <param name="notes">Where the reasons go, or null to count only.</param>
internal sealed class SkippedFiles(Notes? notes)
{
    private int _binary;
    private int _empty;
    private int _unreadable;

    /// <summary>For a look that is followed by a real one.</summary>
    public static SkippedFiles Ignore { get; } = new(null);

    public int BinaryCount => _binary;

    public int EmptyCount => _empty;

    public int UnreadableCount => _unreadable;

    /// <summary>A file holds NUL bytes, so it is no text.</summary>
    public void Binary(string name) => Note(ref _binary, $"Skipped '{name}': it holds NUL bytes, so it is not text.");

    /// <summary>A file holds nothing but white space.</summary>
    public void Empty() => Interlocked.Increment(ref _empty);

    /// <summary>A file or folder could not be read; the run goes on and fails at its end.</summary>
    public void Unreadable(string name, string reason) =>
        Note(ref _unreadable, $"Skipped '{name}': it cannot be read ({reason.TrimEnd('.')}).");

    /// <summary>The failure of a run that found files, but no text in any of them.</summary>
    /// <param name="root">Folder that was read.</param>
    public Failure NothingLeft(string root) => new(
        ExitCode.BadInput,
        $"No text could be read from '{root}': {_unreadable} files or folders were not readable, {_binary} were binary, {_empty} were empty. Choose another folder with --input DIR.");

    private void Note(ref int count, string message)
    {
        Interlocked.Increment(ref count);
        notes?.Add(message);
    }
}
