using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Tests;

/// <summary>Keeps everything that is logged, by one logger or by a whole host. Thread safe.</summary>
internal sealed class LogBook(string category = "") : ILogger, ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly List<LogEntry> _entries = [];
    private readonly List<(Func<LogEntry, bool> IsMeant, TaskCompletionSource<LogEntry> Seen)> _awaited = [];

    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public IReadOnlyList<LogEntry> Of(int id) => [.. Entries.Where(entry => entry.Id == id)];

    /// <summary>Ends when such an entry is, or was, written.</summary>
    public Task<LogEntry> WhenAsync(Func<LogEntry, bool> isMeant)
    {
        lock (_lock)
        {
            if (_entries.Find(entry => isMeant(entry)) is { } entry)
            {
                return Task.FromResult(entry);
            }

            var seen = new TaskCompletionSource<LogEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((isMeant, seen));
            return seen.Task;
        }
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Add(new LogEntry(category, logLevel, eventId.Id, formatter(state, exception), exception));

    public void Dispose()
    {
    }

    private void Add(LogEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
            foreach (var (_, seen) in _awaited.Where(awaited => awaited.IsMeant(entry)))
            {
                seen.TrySetResult(entry);
            }
        }
    }

    private sealed class Category(LogBook book, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book.Add(new LogEntry(name, logLevel, eventId.Id, formatter(state, exception), exception));
    }
}
