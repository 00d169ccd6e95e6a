using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Hevlayer.Local;

/// <summary>The log of a state in a SQLite file. What comes together is committed together, by one writer.</summary>
internal sealed class CallLog : IAsyncDisposable
{
    private const string FileName = "gateway.db";
    private const int MostInACommit = 1_000;

    private readonly Channel<(IReadOnlyList<StoredEntry> Entries, TaskCompletionSource Done)> _queue =
        Channel.CreateUnbounded<(IReadOnlyList<StoredEntry>, TaskCompletionSource)>(new() { SingleReader = true });

    private readonly Lock _file = new();
    private readonly SqliteConnection _connection;
    private readonly Task _writer;
    private volatile NotWrittenException? _failure;

    private CallLog(string path)
    {
        Path = path;
        _connection = LogSchema.Create(path);
        try
        {
            LogUpkeep.Compact(_connection);
        }
        catch (SqliteException error)
        {
            _connection.Dispose();
            throw new IOException($"The state in {path} cannot be compacted: {error.Message}", error);
        }

        _writer = Task.Run(WriteAsync);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Opens the log of a folder, which is made when it is missing.</summary>
    public static CallLog Open(string folder)
    {
        Directory.CreateDirectory(folder);
        return new CallLog(System.IO.Path.Combine(folder, FileName));
    }

    /// <summary>
    /// Whether entries could not be written. Nothing that comes after them is written either until <see cref="Resume"/>: it
    /// may build on what is not there.
    /// </summary>
    public bool HasFailed => _failure is not null;

    /// <summary>Writes again. Those who append must have begun anew from what is there.</summary>
    public void Resume() => _failure = null;

    public IReadOnlyList<StoredEntry> Read() => AtTheFile(() => LogFile.Read(_connection).ToList());

    /// <summary>Puts entries into the log; the task ends when they are committed, all of them or none.</summary>
    public Task AppendAsync(IReadOnlyList<StoredEntry> entries)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite((entries, done)) ? done.Task : throw new ObjectDisposedException("the local gateway");
    }

    /// <summary>Puts other entries in the place of all.</summary>
    public void Replace(IEnumerable<StoredEntry> entries) => AtTheFile(() =>
    {
        LogFile.Replace(_connection, entries);
        return true;
    });

    /// <summary>The whole log as the bytes of a file, with everything that was committed.</summary>
    public byte[] Copy() => AtTheFile(() => LogFile.Copy(_connection, Path + ".save"));

    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
        {
            await _writer.ConfigureAwait(false);
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<(IReadOnlyList<StoredEntry> Entries, TaskCompletionSource Done)>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < MostInACommit && _queue.Reader.TryRead(out var one))
            {
                batch.Add(one);
            }

            Write(batch);
        }
    }

    private void Write(List<(IReadOnlyList<StoredEntry> Entries, TaskCompletionSource Done)> batch)
    {
        try
        {
            _ = _failure is { } earlier ? throw earlier : AtTheFile(() =>
            {
                LogFile.Append(_connection, batch.SelectMany(static one => one.Entries));
                return true;
            });
            batch.ForEach(static one => one.Done.TrySetResult());
        }
        catch (NotWrittenException error)
        {
            _failure = error;
            batch.ForEach(one => one.Done.TrySetException(error));
        }
    }

    private T AtTheFile<T>(Func<T> work)
    {
        lock (_file)
        {
            try
            {
                return work();
            }
            catch (SqliteException error)
            {
                throw new NotWrittenException(Path, error);
            }
        }
    }
}
