namespace Hevlayer.Local;

/// <summary>What a call on a pipeline is about.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Operation">Id of the operation.</param>
/// <param name="Documents">The documents that it names.</param>
/// <param name="Stage">The stage that a claim takes from; null for other calls.</param>
/// <param name="Prefix">What the ids begin with that a claim takes.</param>
internal sealed record CallSubject(string Pipeline, string Operation, IReadOnlyList<string> Documents, string? Stage, string Prefix)
{
    public bool IsClaim => Stage is not null;
}
