namespace Hevlayer.Workers;

/// <summary>What a worker claims, and for whom.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="WorkerId">The worker that holds the leases.</param>
/// <param name="Stage">Stage that documents are claimed from and released to.</param>
/// <param name="ClaimStage">Stage they are in while they are held.</param>
/// <param name="Lease">Length of the lease, in whole seconds.</param>
/// <param name="Prefix">Start of the ids of the documents to claim; null for all.</param>
internal sealed record ClaimTerms(
    string PipelineId,
    string WorkerId,
    DocumentStage Stage,
    DocumentStage ClaimStage,
    TimeSpan Lease,
    string? Prefix);
