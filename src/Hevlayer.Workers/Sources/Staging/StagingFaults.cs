using System.Net;

namespace Hevlayer.Workers;

/// <summary>Tells whose fault it is that chunks were not staged.</summary>
internal static class StagingFaults
{
    /// <summary>
    /// Trouble of the gateway is no fault of the message: <see cref="FaultRules.OfGateway"/> says what counts against it.
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
        HevlayerException { StatusCode: HttpStatusCode.NotFound } refusal => new(FaultKind.Gateway, $"The pipeline does not exist; the document waits until it is created. {refusal.Message}", refusal),
        OperationCanceledException => new(FaultKind.Gateway, $"The chunks were not staged within {limit}.", exception),
        HevlayerException refusal => FaultRules.OfGateway(refusal),
        _ => new(FaultKind.Gateway, $"{exception.GetType().Name}: {exception.Message}", exception),
    };
}
