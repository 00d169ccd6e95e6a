using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>Keeps what is logged.</summary>
internal sealed class SeenLog : ILogger
{
    private readonly List<(LogLevel Level, string Text)> _entries = [];

    public IReadOnlyList<string> Errors => [.. _entries.Where(static entry => entry.Level >= LogLevel.Error).Select(static entry => entry.Text)];

    public IReadOnlyList<string> Warnings => [.. _entries.Where(static entry => entry.Level == LogLevel.Warning).Select(static entry => entry.Text)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Add((logLevel, formatter(state, exception)));
}
