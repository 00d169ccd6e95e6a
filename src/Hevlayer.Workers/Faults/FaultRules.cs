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

    /// <summary>
    /// Only what the gateway itself says of this document counts against it. Everything else, such as a proxy's page, an
    /// unknown pipeline, which the application creates when it first needs it, a refused key or a wrong address, meets all
    /// documents alike and may be put right.
    /// </summary>
    public static Fault OfGateway(HevlayerException exception) =>
        new(IsOfDocument(exception) ? FaultKind.Refused : FaultKind.Gateway, exception.Message, exception);

    // A refusal of a body as too large concerns this body, whoever sends it; everything else counts in the gateway's own
    // words alone.
    private static bool IsOfDocument(HevlayerException exception) => exception is
    {
        IsTransient: false,
        StatusCode: HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestUriTooLong,
    } or
    {
        IsTransient: false,
        HasGatewayBody: true,
        StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity,
    };
}
