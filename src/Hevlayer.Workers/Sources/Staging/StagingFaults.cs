using System.Net;

namespace Hevlayer.Workers;

/// <summary>Tells whose fault it is that chunks were not staged.</summary>
internal static class StagingFaults
{
    /// <summary>
    /// Only what the gateway says of this document counts against its message. Everything else, such as an unknown pipeline,
    /// which the application creates when it first needs it, a refused key or a wrong address, meets all documents alike
    /// and may be put right.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="leaseLost">Whether the message is lost.</param>
    /// <param name="aborted">Whether the worker cancelled what was left at its end.</param>
    /// <param name="limit">Longest time for the call.</param>
    public static Fault Classify(Exception exception, bool leaseLost, bool aborted, TimeSpan limit) => exception switch
    {
        _ when leaseLost => Fault.LeaseLost,
        _ when aborted => Fault.Stopped,

        // The client refused the call before it was sent.
        ArgumentException => new(FaultKind.Rejected, exception.Message, exception),
        HevlayerException { IsTransient: false, StatusCode: { } status } refusal when IsOfDocument(status) => new(FaultKind.Rejected, refusal.Message, refusal),
        HevlayerException { StatusCode: HttpStatusCode.NotFound } refusal => new(FaultKind.Gateway, $"The pipeline does not exist; the document waits until it is created. {refusal.Message}", refusal),
        OperationCanceledException => new(FaultKind.Gateway, $"The chunks were not staged within {limit}.", exception),
        HevlayerException => new(FaultKind.Gateway, exception.Message, exception),
        _ => new(FaultKind.Gateway, $"{exception.GetType().Name}: {exception.Message}", exception),
    };

    private static bool IsOfDocument(HttpStatusCode status) => status
        is HttpStatusCode.BadRequest
        or HttpStatusCode.RequestEntityTooLarge
        or HttpStatusCode.RequestUriTooLong
        or HttpStatusCode.UnprocessableEntity;
}
