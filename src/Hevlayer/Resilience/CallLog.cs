using System.Net;
using Microsoft.Extensions.Logging;

namespace Hevlayer;

/// <summary>What the client writes to the log about its calls; never a key, an id or a body.</summary>
internal sealed partial class CallLog(ILogger logger)
{
    /// <summary>Category of the log: the name of the client's type.</summary>
    public const string Category = "Hevlayer.HevlayerClient";

    private int _toldOfStackedRetries;
    private int _toldOfRandomizer;

    [LoggerMessage(1, LogLevel.Information, "{Operation} failed at attempt {Attempt} ({Status}, {Kind}); retrying in {Pause}.")]
    private static partial void WriteRetrying(ILogger logger, string operation, int attempt, HttpStatusCode? status, FailureKind kind, TimeSpan pause);

    [LoggerMessage(10, LogLevel.Warning, "{Operation} was not answered by the gateway in {Attempts} attempts ({Kind}); asking turbopuffer directly.")]
    private static partial void WriteFallingThrough(ILogger logger, string operation, int attempts, FailureKind kind);

    public void Retrying(string operation, int attempt, HttpStatusCode? status, FailureKind kind, TimeSpan pause) =>
        WriteRetrying(logger, operation, attempt, status, kind, pause);

    public void FallingThrough(string operation, int attempts, FailureKind kind) => WriteFallingThrough(logger, operation, attempts, kind);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} was sent again by a handler outside this client, on top of the client's own retries. Attempts multiply, and calls that must not be retried are retried; remove that handler, which may have been set for all HTTP clients, from this client's HTTP client.")]
    private static partial void WriteStackedRetries(ILogger logger, string operation);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed, and its OnResponse threw a {Exception}; the call's own error is thrown.")]
    private static partial void WriteCallbackFailed(ILogger logger, string operation, string exception);

    [LoggerMessage(4, LogLevel.Warning, "The Randomizer of the options gave {Answer}; whenever that happens, the client uses its own randomness.")]
    private static partial void WriteRandomizerFailed(ILogger logger, string answer);

    /// <summary>Writes once in the client's life.</summary>
    public void RandomizerFailed(string answer)
    {
        if (Interlocked.Exchange(ref _toldOfRandomizer, 1) == 0)
        {
            WriteRandomizerFailed(logger, answer);
        }
    }

    public void CallbackFailed(string operation, string exception) => WriteCallbackFailed(logger, operation, exception);

    /// <summary>Writes once in the client's life.</summary>
    public void StackedRetries(string operation)
    {
        if (Interlocked.Exchange(ref _toldOfStackedRetries, 1) == 0)
        {
            WriteStackedRetries(logger, operation);
        }
    }
}
