using System.Net;
using Microsoft.Extensions.Logging;

namespace Hevlayer;

/// <summary>What the client writes to the log about its calls; never a key, an id or a body.</summary>
internal sealed partial class CallLog(ILogger logger)
{
    [LoggerMessage(1, LogLevel.Information, "{Operation} failed at attempt {Attempt} ({Status}, {Kind}); trying again in {Pause}.")]
    private static partial void WriteRepeating(ILogger logger, string operation, int attempt, HttpStatusCode? status, FailureKind kind, TimeSpan pause);

    public void Repeating(string operation, int attempt, HttpStatusCode? status, FailureKind kind, TimeSpan pause) =>
        WriteRepeating(logger, operation, attempt, status, kind, pause);
}
