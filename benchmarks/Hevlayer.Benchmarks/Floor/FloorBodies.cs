using System.Text.Json.Serialization;

namespace Hevlayer.Benchmarks;

internal sealed record FloorClaim([property: JsonPropertyName("limit")] int Limit, [property: JsonPropertyName("worker_id")] string WorkerId, [property: JsonPropertyName("lease_seconds")] int LeaseSeconds);

internal sealed record FloorClaimed(
    [property: JsonPropertyName("pipeline_id")] string PipelineId,
    [property: JsonPropertyName("stage")] string Stage,
    [property: JsonPropertyName("claim_stage")] string ClaimStage,
    [property: JsonPropertyName("worker_id")] string WorkerId,
    [property: JsonPropertyName("documents")] IReadOnlyList<string> Documents);

internal sealed record FloorHeartbeat([property: JsonPropertyName("document_ids")] IReadOnlyList<string> DocumentIds, [property: JsonPropertyName("worker_id")] string WorkerId);

internal sealed record FloorStage([property: JsonPropertyName("pipeline_id")] string PipelineId, [property: JsonPropertyName("stage")] string Stage, [property: JsonPropertyName("updated")] long Updated);

internal sealed record FloorChunk([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("text")] string Text);

internal sealed record FloorChunks([property: JsonPropertyName("chunks")] IReadOnlyList<FloorChunk> Chunks);

internal sealed record FloorStaged(
    [property: JsonPropertyName("pipeline_id")] string PipelineId,
    [property: JsonPropertyName("document_id")] string DocumentId,
    [property: JsonPropertyName("stage")] string Stage,
    [property: JsonPropertyName("chunk_count")] int ChunkCount,
    [property: JsonPropertyName("chunk_ids")] IReadOnlyList<string> ChunkIds);

internal sealed record FloorVector([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("vector")] ReadOnlyMemory<float> Vector);

internal sealed record FloorVectors([property: JsonPropertyName("vectors")] IReadOnlyList<FloorVector> Vectors);

internal sealed record FloorStatus([property: JsonPropertyName("status")] string Status);

internal sealed record FloorQuery([property: JsonPropertyName("vector")] ReadOnlyMemory<float> Vector, [property: JsonPropertyName("top_k")] int TopK);

internal sealed record FloorRow(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("$dist")] double Distance,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("price")] int Price,
    [property: JsonPropertyName("in_stock")] bool InStock);

internal sealed record FloorRows([property: JsonPropertyName("rows")] IReadOnlyList<FloorRow> Rows, [property: JsonPropertyName("stable_as_of")] long? StableAsOf);
