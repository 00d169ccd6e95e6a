namespace Hevlayer.Local;

/// <summary>A document as it is at a moment, with its past in short. Times are UTC ticks.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Since">When it came there.</param>
/// <param name="StagedAt">When it was staged last.</param>
/// <param name="Begun">When it was staged or claimed last.</param>
/// <param name="Stagings">How often it was staged.</param>
/// <param name="Lease">Who holds it; null for nobody.</param>
/// <param name="Last">What happened to it last, renewals and reads apart.</param>
/// <param name="LastWorker">Who held it last.</param>
/// <param name="Claims">Claims since it was staged.</param>
/// <param name="Expiries">Leases that ran out since it was staged.</param>
/// <param name="Releases">Releases since it was staged.</param>
/// <param name="ChunksLost">Whether its chunk bodies are gone.</param>
/// <param name="FailedReads">Reads that found them gone.</param>
/// <param name="FailedReason">Why it failed, as far as the gateway knows.</param>
internal sealed record DocumentSight(
    string Id,
    string Stage,
    long Since,
    long StagedAt,
    long Begun,
    int Stagings,
    LeaseSight? Lease,
    DocumentEvent Last,
    string? LastWorker,
    int Claims,
    int Expiries,
    int Releases,
    bool ChunksLost,
    int FailedReads,
    string? FailedReason);
