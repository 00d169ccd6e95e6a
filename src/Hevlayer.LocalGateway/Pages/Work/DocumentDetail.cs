namespace Hevlayer.Local;

/// <summary>The page of a document.</summary>
/// <param name="Pipeline">Its pipeline.</param>
/// <param name="Document">Its id.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Cause">Why it is there, in a word.</param>
/// <param name="Why">Why it is there and what happens next.</param>
/// <param name="Worker">Who holds it; null for nobody.</param>
/// <param name="LeaseSeconds">For how long; null for nobody.</param>
/// <param name="LeaseLengthSeconds">For how long it was granted last; null for nobody.</param>
/// <param name="Claims">Claims since it was staged.</param>
/// <param name="Releases">Releases since it was staged.</param>
/// <param name="Expiries">Leases that ran out since it was staged.</param>
/// <param name="Stagings">How often it was staged.</param>
/// <param name="FailedReason">Why it failed, as far as the gateway knows.</param>
/// <param name="Timeline">Its events; null when they are not noted.</param>
internal sealed record DocumentDetail(
    string Pipeline,
    string Document,
    string Stage,
    string Cause,
    string Why,
    string? Worker,
    double? LeaseSeconds,
    double? LeaseLengthSeconds,
    int Claims,
    int Releases,
    int Expiries,
    int Stagings,
    string? FailedReason,
    IReadOnlyList<TimelineLine>? Timeline);
