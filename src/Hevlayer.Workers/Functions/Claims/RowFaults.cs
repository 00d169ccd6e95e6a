namespace Hevlayer.Workers;

/// <summary>Tells whose fault it is that the end of a hold could not be sent.</summary>
internal static class RowFaults
{
    /// <summary>
    /// The client refuses what cannot be written before it sends anything, and another call would fare no better;
    /// <see cref="FaultRules.OfGateway"/> says what of the gateway's counts against a row.
    /// </summary>
    public static Fault Classify(Exception exception) => exception is ArgumentException
        ? new(FaultKind.Rejected, exception.Message, exception)
        : FaultRules.Classify(exception, leaseLost: false, aborted: false, timedOut: false, default);

    /// <summary>Whether a call was refused for what is in it, so that its rows are to be sent apart.</summary>
    public static bool IsOfContent(Exception exception) => Classify(exception).Kind is FaultKind.Rejected or FaultKind.Refused;
}
