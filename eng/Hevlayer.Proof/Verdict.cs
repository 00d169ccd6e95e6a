namespace Hevlayer.Proof;

/// <summary>What the runs say about a promise.</summary>
internal sealed record Verdict(Promise Promise, bool Kept, string Summary);
