namespace Hevlayer.Workers;

/// <summary>One index: a namespace and the pipeline that feeds it.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Namespace">Its target namespace.</param>
/// <param name="Embedder">What made its vectors; null where that is not known.</param>
public sealed record IndexSide(string PipelineId, string Namespace, string? Embedder);
