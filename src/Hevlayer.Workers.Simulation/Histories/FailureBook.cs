using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Simulation;

/// <summary>A log that remembers which documents were set aside with a reason, and whether a worker could not hand back what it held.</summary>
internal sealed class FailureBook : ILogger
{
    private const int DocumentFailed = 32;
    private const int NotHandedBack = 41;

    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public bool GaveUpHandingBack { get; private set; }

    /// <summary>Why a document was set aside; null where nothing was said.</summary>
    public string? ReasonOf(string documentId) => _reasons.GetValueOrDefault(documentId);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        GaveUpHandingBack |= eventId.Id == NotHandedBack;
        if (eventId.Id == DocumentFailed && state is IReadOnlyList<KeyValuePair<string, object?>> fields
            && Field(fields, "Reason") is { Length: > 0 } reason)
        {
            _reasons[Field(fields, "DocumentId")!] = reason;
        }
    }

    private static string? Field(IReadOnlyList<KeyValuePair<string, object?>> fields, string name) =>
        fields.FirstOrDefault(field => field.Key == name).Value as string;
}
