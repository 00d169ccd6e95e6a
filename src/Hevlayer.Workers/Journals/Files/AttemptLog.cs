namespace Hevlayer.Workers;

/// <summary>Attempt records that are always in a file before they are in memory. Not thread safe.</summary>
internal sealed class AttemptLog : IDisposable
{
    private const int GrowthBeforeCompaction = 4;

    private readonly FileStream _lock;
    private readonly JournalFile _file;
    private readonly long _compactionLength;
    private long _nextCompaction;
    private bool _isDisposed;

    /// <summary>Opens the file at a path, and counts what is open in it as crashes.</summary>
    /// <param name="path">The path.</param>
    /// <param name="compactionLength">Length in bytes, up to which the file is never rewritten.</param>
    public AttemptLog(string path, long compactionLength)
    {
        _compactionLength = compactionLength;
        _file = new JournalFile(path);
        _lock = JournalLock.Take(path);
        try
        {
            Recover();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public AttemptRecords Records { get; } = new();

    public void Write(AttemptEvent change)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(FileAttemptJournal));
        var before = Records[change.DocumentId];
        if (before.After(change) == before)
        {
            return;
        }

        _file.Append(AttemptLines.Encode(change));
        Records.Apply(change);
        if (_file.Length >= _nextCompaction)
        {
            CompactIfPossible();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _file.Dispose();
        _lock.Dispose();
    }

    private void Recover()
    {
        foreach (var change in AttemptLines.Decode(_file.Read()))
        {
            Records.Apply(change);
        }

        // In one step with the crashes that it counts, so that no other process counts them again.
        Records.ProcessDied();
        Compact();
    }

    private void CompactIfPossible()
    {
        try
        {
            Compact();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The event is written. The file may grow on until there is room for a shorter one.
            _nextCompaction = _file.Length + _compactionLength;
        }
    }

    private void Compact()
    {
        _file.Replace(AttemptLines.Encode(Records.Kept()));
        _nextCompaction = Math.Max(_compactionLength, GrowthBeforeCompaction * _file.Length);
    }
}
