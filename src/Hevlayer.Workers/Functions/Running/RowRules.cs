namespace Hevlayer.Workers;

/// <summary>What follows from a failure with a row.</summary>
internal static class RowRules
{
    /// <summary>
    /// A failure of the handler is reported at once: the gateway keeps the row waiting and counts. Trouble of the gateway is no
    /// fault of the row, which is held through it; a refusal shows at a retry whether the gateway means it.
    /// </summary>
    /// <param name="fault">The failure.</param>
    /// <param name="failures">All failures of the row since it was claimed, this one included.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="worksAtAll">False when nothing can be computed now, whatever the row.</param>
    public static Decision After(Fault fault, AttemptCounts failures, RetryLimits limits, bool worksAtAll) => fault switch
    {
        { IsFinal: true } => Decision.Fail(fault),
        { Kind: FaultKind.Gateway or FaultKind.Refused } => failures.AreExhausted(fault.Kind, limits) ? Decision.Fail(fault) : Decision.Retry,

        // A batch that hung is not split: each of its rows is tried by itself, and the one that hung it hangs again.
        { Exception: BatchTimeoutException } when failures.OfHandler == 1 => Decision.Retry,
        _ => worksAtAll ? Decision.Fail(fault) : Decision.Retry,
    };

    /// <summary>Whether another attempt, by any worker, may succeed.</summary>
    public static UdfErrorKind KindOf(Fault fault) => fault.Kind is FaultKind.Rejected or FaultKind.Refused ? UdfErrorKind.Permanent : UdfErrorKind.Transient;
}
