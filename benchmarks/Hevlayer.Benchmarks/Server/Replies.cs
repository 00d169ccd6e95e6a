using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Hevlayer.Benchmarks;

/// <summary>The server's replies, each made once.</summary>
internal sealed class Replies
{
    private const int ClaimedDocuments = 16;
    private const int ChunkLength = 800;

    private readonly ConcurrentDictionary<(string Method, string Path), byte[]> _ready = new();

    public byte[] To(string method, string path) => _ready.GetOrAdd((method, path), static call => JsonSerializer.SerializeToUtf8Bytes(Make(call.Method, call.Path)));

    private static object Make(string method, string path) => (method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        ("POST", [_, "namespaces", var size, "query"]) => new { rows = Many(size, Row), stable_as_of = 1_764_000_000_000 },
        ("POST", [_, _, var id, "claim"]) => new { pipeline_id = id, stage = "pending", claim_stage = "embedding", worker_id = "embed-0", documents = Enumerable.Range(0, ClaimedDocuments).Select(static i => $"products/document-{i:00000}") },
        ("POST", [_, _, var id, _, "heartbeat"]) => new { pipeline_id = id, stage = "embedding", updated = ClaimedDocuments },
        ("GET", [_, _, var size, .., "chunks"]) => Many(size, static i => new { id = Id(i), text = Text(i) }),
        ("PUT", [.., "vectors"]) => new { status = "ok" },
        ("PUT", [_, _, var size, _, var document]) => new { pipeline_id = size, document_id = document, stage = "pending", chunk_count = int.Parse(size, CultureInfo.InvariantCulture), chunk_ids = Many(size, Id) },
        _ => throw new ArgumentException($"There is no reply to {method} {path}."),
    };

    private static IEnumerable<T> Many<T>(string count, Func<int, T> make) =>
        Enumerable.Range(0, int.Parse(count, CultureInfo.InvariantCulture)).Select(make);

    private static string Id(int index) => $"chunk-{index:00000}";

    private static string Text(int index) => BenchData.Text(index, ChunkLength);

    private static Dictionary<string, object> Row(int index) => new()
    {
        ["id"] = Id(index),
        ["$dist"] = index / 1000.0,
        ["title"] = "A product of the year",
        ["price"] = 100 + index,
        ["in_stock"] = index % 2 == 0,
    };
}
