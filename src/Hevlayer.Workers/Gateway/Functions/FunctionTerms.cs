namespace Hevlayer.Workers;

/// <summary>What a function worker claims.</summary>
/// <param name="FunctionId">The function.</param>
/// <param name="Lease">Length of the lease, in whole seconds.</param>
/// <param name="EnsureTime">Longest wait for rows that are in work under an earlier version.</param>
internal sealed record FunctionTerms(string FunctionId, TimeSpan Lease, TimeSpan EnsureTime);
