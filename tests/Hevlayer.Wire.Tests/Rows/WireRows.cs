using System.Text.Json;

namespace Hevlayer.Wire.Tests.Rows;

/// <summary>One row for every operation, in a file for each area.</summary>
internal static partial class WireRows
{
    /// <summary>By the id of the operation.</summary>
    public static IReadOnlyDictionary<string, WireRow> All { get; } = new Dictionary<string, WireRow>(
        new[] { Agents, Blobs, Cache, Checkpoints, Cost, Documents, Functions, FunctionItems, History, Keys, License, Namespaces, NativeNamespaces, Observability, Pipelines, PipelineDocuments, Query, NativeQuery, Scans, Snapshots, VectorStores, Warehouses }.SelectMany(static area => area),
        StringComparer.Ordinal);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
