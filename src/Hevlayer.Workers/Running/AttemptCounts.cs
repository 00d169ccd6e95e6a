namespace Hevlayer.Workers;

/// <summary>What has gone wrong with a document so far, and what that means for it. A value.</summary>
/// <param name="OfHandler">Attempts that failed by the handler's fault.</param>
/// <param name="OfGateway">Failures in passing of the gateway.</param>
/// <param name="Refusals">Refusals of this document by the gateway.</param>
internal readonly record struct AttemptCounts(int OfHandler, int OfGateway, int Refusals = 0)
{
    // What a repeat may answer otherwise is no verdict.
    private const int RefusalsBeforeFailure = 2;

    public int Total => OfHandler + OfGateway + Refusals;

    /// <summary>The counts with one failure more.</summary>
    public AttemptCounts With(FaultKind kind) => kind switch
    {
        FaultKind.Gateway => this with { OfGateway = OfGateway + 1 },
        FaultKind.Refused => this with { Refusals = Refusals + 1 },
        FaultKind.Handler or FaultKind.TimedOut => this with { OfHandler = OfHandler + 1 },
        _ => this,
    };

    /// <summary>Whether a document with these failures is set aside.</summary>
    public bool AreExhausted(DocumentRetryOptions limits) =>
        OfHandler >= limits.MaxAttempts || OfGateway >= limits.MaxGatewayFailures || AreRefused;

    /// <summary>Whether the gateway has said for certain that it does not take the document.</summary>
    public bool AreRefused => Refusals >= RefusalsBeforeFailure;
}
