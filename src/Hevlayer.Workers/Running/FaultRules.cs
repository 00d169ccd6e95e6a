using System.Net;

namespace Hevlayer.Workers;

/// <summary>Tells from an exception and the state of the tokens whose fault a failure is.</summary>
internal static class FaultRules
{
    /// <summary>
    /// Which token was cancelled decides, not the type of the exception: a handler's own time-out looks like a cancellation,
    /// and work that is cancelled may end with any error.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="leaseLost">Whether the lease is lost.</param>
    /// <param name="aborted">Whether the worker cancelled what was left at its end.</param>
    /// <param name="timedOut">Whether the handler's time is over.</param>
    /// <param name="limit">The handler's time.</param>
    public static Fault Classify(Exception exception, bool leaseLost, bool aborted, bool timedOut, TimeSpan limit) => exception switch
    {
        _ when leaseLost => Fault.LeaseLost,
        _ when aborted => Fault.Stopped,
        DocumentRejectedException => new(FaultKind.Rejected, exception.Message, exception),
        _ when timedOut => new(FaultKind.TimedOut, $"The handler did not end within {limit}.", exception),
        HevlayerException refusal => OfGateway(refusal),
        OperationCanceledException => new(FaultKind.Handler, "The handler was cancelled by a token that is not the worker's.", exception),
        _ => new(FaultKind.Handler, $"{exception.GetType().Name}: {exception.Message}", exception),
    };

    public static bool IsMissing(HevlayerException exception) => exception.StatusCode == HttpStatusCode.NotFound;

    private static Fault OfGateway(HevlayerException exception) => exception switch
    {
        // A key that was refused, or a reply that came from somebody else, says nothing about the document.
        { IsTransient: true } or { StatusCode: null or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } =>
            new(FaultKind.Gateway, exception.Message, exception),
        _ => new(FaultKind.Rejected, exception.Message, exception),
    };
}
