namespace Hevlayer.Quickstart;

/// <summary>Counts the files that were left out, and notes why; the notes are shown when the display no longer redraws, the first of them for the rest.</summary>
/// <param name="error">Where the notes go; null to count only.</param>
internal sealed class SkippedFiles(TextWriter? error)
{
    private const int MostShown = 20;

    private readonly Lock _lock = new();
    private readonly List<string> _shown = [];
    private int _notes;
    private int _binary;
    private int _empty;
    private int _unreadable;

    public int BinaryCount => _binary;

    public int EmptyCount => _empty;

    public int UnreadableCount => _unreadable;

    /// <summary>A file holds NUL bytes, so it is no text.</summary>
    public void Binary(string name)
    {
        Interlocked.Increment(ref _binary);
        Note($"Skipped '{name}': it holds NUL bytes, so it is not text.");
    }

    /// <summary>A file holds nothing but white space.</summary>
    public void Empty() => Interlocked.Increment(ref _empty);

    /// <summary>A file or folder could not be read; the run goes on and fails at its end.</summary>
    public void Unreadable(string name, string reason)
    {
        Interlocked.Increment(ref _unreadable);
        Note($"Skipped '{name}': it cannot be read ({reason.TrimEnd('.')}).");
    }

    /// <summary>The failure of a run that found files, but no text in any of them.</summary>
    /// <param name="root">Folder that was read.</param>
    public Failure NothingLeft(string root) => new(
        ExitCode.BadInput,
        $"No text could be read from '{root}': {_unreadable} files or folders were not readable, {_binary} were binary, {_empty} were empty. Choose another folder with --input DIR.");

    /// <summary>Keeps a note until <see cref="Flush"/>.</summary>
    public void Note(string note)
    {
        lock (_lock)
        {
            _notes++;
            if (_shown.Count < MostShown)
            {
                _shown.Add(note);
            }
        }
    }

    /// <summary>Writes the notes and forgets them.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            _shown.ForEach(note => error?.WriteLine(note));
            if (_notes > _shown.Count)
            {
                error?.WriteLine($"... and {_notes - _shown.Count} more notes like these.");
            }

            _shown.Clear();
            _notes = 0;
        }
    }
}
