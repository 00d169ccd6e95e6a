using System.Text.Json.Serialization;

namespace Hevlayer.Benchmarks;

[JsonSerializable(typeof(FloorClaim))]
[JsonSerializable(typeof(FloorClaimed))]
[JsonSerializable(typeof(FloorHeartbeat))]
[JsonSerializable(typeof(FloorStage))]
[JsonSerializable(typeof(FloorChunks))]
[JsonSerializable(typeof(FloorStaged))]
[JsonSerializable(typeof(IReadOnlyList<FloorChunk>))]
[JsonSerializable(typeof(FloorVectors))]
[JsonSerializable(typeof(FloorStatus))]
[JsonSerializable(typeof(FloorQuery))]
[JsonSerializable(typeof(FloorRows))]
internal sealed partial class FloorJsonContext : JsonSerializerContext;
