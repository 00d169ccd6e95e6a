namespace Hevlayer.Workers;

/// <summary>
/// Attempts in a file: one line for each event, written at once, which survives the process whenever that is killed. Lines
/// that a crash of the machine damaged are skipped. An attempt that is open when the file is opened is a crash of the
/// process before. Thread safe; no call waits, and cancellation is ignored: an event takes some microseconds.
/// </summary>
/// <remarks>
/// The file is rewritten when it is opened, and when it has grown past 1 MiB and to four times of what it must hold. Beside
/// the documents that are worked on it remembers the latest 10,000 to 20,000 that something went wrong with.
/// </remarks>
public sealed class FileAttemptJournal : IAttemptJournal, IDisposable
{
    internal const long DefaultCompactionLength = 1 << 20;

    private readonly Lock _lock = new();
    private readonly AttemptLog _log;

    /// <summary>Opens a journal, or makes one, with its folder. What is open in it is counted as a crash, once.</summary>
    /// <param name="path">Path of the file. Files with the endings <c>.lock</c> and <c>.new</c> are made beside it.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">Another worker or process has the journal open, or the file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not write there.</exception>
    public FileAttemptJournal(string path)
        : this(path, DefaultCompactionLength)
    {
    }

    internal FileAttemptJournal(string path, long compactionLength)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        Path = full;
        _log = new AttemptLog(full, compactionLength);
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Opens the journal of one worker in a folder that several workers and pipelines share.</summary>
    /// <param name="folder">The folder; it is made when it is not there. <see cref="WorkerVariables.StateDirectory"/> names it.</param>
    /// <param name="pipelineId">Id of the pipeline; any text.</param>
    /// <param name="workerName">Name of the worker in its process; any text, and the same after a restart.</param>
    /// <exception cref="ArgumentException">The folder is empty.</exception>
    /// <exception cref="IOException">Another worker or process has the journal open, or the file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not write there.</exception>
    public static FileAttemptJournal InFolder(string folder, string pipelineId, string workerName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(pipelineId);
        ArgumentNullException.ThrowIfNull(workerName);
        return new(System.IO.Path.Combine(folder, JournalNames.Of(pipelineId, workerName)));
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentIds);
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyDictionary<string, AttemptHistory>>(_log.Records.Histories(documentIds));
        }
    }

    /// <inheritdoc />
    public Task BeginAsync(string documentId, string holder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(holder);
        return WriteAsync(new(AttemptEventKind.Begun, documentId, holder));
    }

    /// <inheritdoc />
    public Task StoredAsync(string documentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        return WriteAsync(new(AttemptEventKind.Stored, documentId));
    }

    /// <inheritdoc />
    public Task FailedAsync(string documentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        return WriteAsync(new(AttemptEventKind.Failed, documentId));
    }

    /// <inheritdoc />
    public Task EndAsync(string documentId, bool isSettled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        return WriteAsync(AttemptEvent.Ended(documentId, isSettled));
    }

    /// <inheritdoc />
    public Task KeepStoredAsync(string documentId, string holder, bool isSettled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(holder);
        return WriteAsync(documentId, before => before.KeptStored(documentId, holder, isSettled));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_log.Records.Abandoned());
        }
    }

    /// <summary>Closes the file. What is open in it stays open, and is a crash to who opens it next.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _log.Dispose();
        }
    }

    private Task WriteAsync(AttemptEvent change) => WriteAsync(change.DocumentId, _ => change);

    private Task WriteAsync(string documentId, Func<AttemptRecord, AttemptEvent> change)
    {
        try
        {
            lock (_lock)
            {
                _log.Write(change(_log.Records[documentId]));
            }

            return Task.CompletedTask;
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }
}
