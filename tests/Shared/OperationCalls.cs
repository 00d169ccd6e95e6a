using System.Text.Json;

namespace Hevlayer.Tests.Shared;

/// <summary>One call of every operation, with the least it takes: for tests that treat all operations alike.</summary>
internal static partial class OperationCalls
{
    /// <summary>By the id of the operation.</summary>
    public static IReadOnlyDictionary<string, OperationCall> All { get; } = new Dictionary<string, OperationCall>(
        new[] { Namespaces, Blobs, Cache, Query, Snapshots, Agents, Cost, Keys, License, Observability, Checkpoints, History, Documents, Scans, Pipelines, Functions, VectorStores, Warehouses }.SelectMany(static area => area),
        StringComparer.Ordinal);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    // Content that can be read twice, so that a repeat can send it again.
    private static ByteArrayContent Bytes() => new([1, 2, 3]);
}
