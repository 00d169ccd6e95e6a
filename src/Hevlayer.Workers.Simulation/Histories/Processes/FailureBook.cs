using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Simulation;

/// <summary>A log that remembers which documents a worker failed and why, which it believes to have moved, and whether it gave up releasing.</summary>
internal sealed class FailureBook : ILogger
{
    private const int DocumentSettled = 30;
    private const int AttemptFailed = 31;
    private const int DocumentFailed = 32;
    private const int NotReleased = 41;
    private const int NotInLedger = 54;

    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _moved = new(StringComparer.Ordinal);

    /// <summary>Documents whose failure it could not write into the ledger.</summary>
    public HashSet<string> Missed { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it said that it could not release what it held.</summary>
    public bool GaveUpReleasing { get; private set; }

    /// <summary>A document that was blamed for what the provider of the model refused; null for none.</summary>
    public string? BlamedForRefusal { get; private set; }

    /// <summary>How many documents it believes it has moved, by stage.</summary>
    public IReadOnlyDictionary<string, long> Moved => _moved;

    /// <summary>Why a document failed; null where nothing was said.</summary>
    public string? ReasonOf(string documentId) => _reasons.GetValueOrDefault(documentId);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Debug or >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        GaveUpReleasing |= eventId.Id == NotReleased;
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> fields)
        {
            return;
        }

        if (eventId.Id is AttemptFailed && Field(fields, "Reason")!.Contains("HTTP 429", StringComparison.Ordinal))
        {
            BlamedForRefusal = Field(fields, "DocumentId");
        }

        if (eventId.Id == NotInLedger)
        {
            Missed.Add(Field(fields, "DocumentId")!);
        }

        // A restaged document is pending, and not moved by its holder.
        if (eventId.Id == DocumentSettled && Field(fields, "Stage") is { } stage && stage != DocumentStage.Pending.Value)
        {
            _moved[stage] = _moved.GetValueOrDefault(stage) + 1;
        }

        if (eventId.Id == DocumentFailed && Field(fields, "Reason") is { Length: > 0 } reason)
        {
            _reasons[Field(fields, "DocumentId")!] = reason;
        }
    }

    private static string? Field(IReadOnlyList<KeyValuePair<string, object?>> fields, string name) =>
        fields.FirstOrDefault(field => field.Key == name).Value as string;
}
