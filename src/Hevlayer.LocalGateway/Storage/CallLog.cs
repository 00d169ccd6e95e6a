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

    public IEnumerable<StoredEntry> Read()
    {
        lock (_file)
        {
            return LogFile.Read(_connection).ToList();
        }
    }

    /// <summary>Puts entries into the log; the task ends when they are committed, all of them or none.</summary>
    public Task AppendAsync(IReadOnlyList<StoredEntry> entries)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite((entries, done)) ? done.Task : throw new ObjectDisposedException("the local gateway");
    }

    /// <summary>Puts other entries in the place of all.</summary>
    public void Replace(IEnumerable<StoredEntry> entries)
    {
        lock (_file)
        {
            LogFile.Replace(_connection, entries);
        }
    }

    /// <summary>The whole log as the bytes of a file, with everything that was committed.</summary>
    public byte[] Copy()
    {
        lock (_file)
        {
            return LogFile.Copy(_connection, Path + ".save");
        }
    }

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

            try
            {
                lock (_file)
                {
                    LogFile.Append(_connection, batch.SelectMany(static one => one.Entries));
                }

                batch.ForEach(static one => one.Done.TrySetResult());
            }
            catch (SqliteException error)
            {
                batch.ForEach(one => one.Done.TrySetException(new IOException($"The state cannot be written to {Path}: {error.Message}", error)));
            }
        }
    }
}
