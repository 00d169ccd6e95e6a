namespace Hevlayer.Local;

/// <summary>What a worker asks for in a claim, with the defaults filled in.</summary>
internal sealed record ClaimTerms(string Stage, string ClaimStage, int Limit, string WorkerId, TimeSpan Lease, string Prefix);
