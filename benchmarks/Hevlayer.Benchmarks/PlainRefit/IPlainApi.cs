using Refit;

namespace Hevlayer.Benchmarks;

/// <summary>The routes as plain Refit has them, with its default settings and the floor's bodies.</summary>
internal interface IPlainApi
{
    [Post("/v2/pipelines/{pipeline}/claim")]
    Task<FloorClaimed> ClaimAsync(string pipeline, [Body] FloorClaim body);

    [Post("/v2/pipelines/{pipeline}/documents/heartbeat")]
    Task<FloorStage> HeartbeatAsync(string pipeline, [Body] FloorHeartbeat body);

    [Put("/v2/pipelines/{pipeline}/documents/{document}")]
    Task<FloorStaged> PutChunksAsync(string pipeline, string document, [Body] FloorChunks body);

    [Get("/v2/pipelines/{pipeline}/documents/{document}/chunks")]
    Task<IReadOnlyList<FloorChunk>> GetChunksAsync(string pipeline, string document);

    [Put("/v2/pipelines/{pipeline}/documents/{document}/vectors")]
    Task<FloorStatus> PutVectorsAsync(string pipeline, string document, [Body] FloorVectors body);

    [Post("/v2/namespaces/{space}/query")]
    Task<FloorRows> QueryAsync(string space, [Body] FloorQuery body);
}
