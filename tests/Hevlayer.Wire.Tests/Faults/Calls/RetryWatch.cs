using Microsoft.Extensions.Logging;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Tells when the client has decided to try again: it logs that, and logs nothing else.</summary>
internal sealed class RetryWatch(Action onRetry) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        onRetry();

    public void Dispose()
    {
    }
}
