namespace Hevlayer.Local;

/// <summary>The page of a pipeline.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Stage">The stage that is listed.</param>
/// <param name="Documents">Its first documents.</param>
/// <param name="Workers">The workers seen in the last minute.</param>
internal sealed record PipelineDetail(PipelineSummary Pipeline, string Stage, IReadOnlyList<DocumentLine> Documents, IReadOnlyList<WorkerLine> Workers);
