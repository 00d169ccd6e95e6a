namespace Hevlayer.Local;

/// <summary>The page of pipelines.</summary>
internal sealed record PipelineOverview(IReadOnlyList<PipelineSummary> Pipelines);
