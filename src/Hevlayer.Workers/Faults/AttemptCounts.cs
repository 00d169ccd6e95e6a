namespace Hevlayer.Workers;

/// <summary>What has gone wrong with an item so far, and what that means for it. A value.</summary>
/// <param name="OfHandler">Attempts that failed by the handler's fault.</param>
/// <param name="OfGateway">Transient failures of the gateway.</param>
/// <param name="Refusals">Refusals of this item by the gateway.</param>
/// <param name="Overcome">Failures of the gateway that were over when the handler ran.</param>
internal readonly record struct AttemptCounts(int OfHandler, int OfGateway, int Refusals = 0, int Overcome = 0)
{
    // A refusal that may be gone at the next attempt does not count.
    public const int RefusalsBeforeFailure = 2;

    public int Total => OfHandler + OfGateway + Refusals + Overcome;

    /// <summary>The counts with one failure more.</summary>
    public AttemptCounts With(FaultKind kind) => kind switch
    {
        FaultKind.Gateway => this with { OfGateway = OfGateway + 1 },
        FaultKind.Refused => this with { Refusals = Refusals + 1 },
        FaultKind.Handler or FaultKind.TimedOut => this with { OfHandler = OfHandler + 1, OfGateway = 0, Overcome = Overcome + OfGateway },
        _ => this,
    };

    /// <summary>Whether an item with these failures is to fail for one more of a kind: each kind has a limit of its own.</summary>
    public bool AreExhausted(FaultKind kind, RetryLimits limits) => kind switch
    {
        FaultKind.Gateway => OfGateway >= limits.MaxTransientFailures,
        FaultKind.Refused => Refusals >= RefusalsBeforeFailure,
        _ => OfHandler >= limits.MaxAttempts,
    };
}
