namespace Hevlayer.Workers;

/// <summary>An attempt whose process died.</summary>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="Holder">Who held the lease of the document; it may still run.</param>
public sealed record AbandonedAttempt(string DocumentId, string Holder);
