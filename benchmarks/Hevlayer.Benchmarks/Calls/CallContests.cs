using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>The calls of a worker and of a search.</summary>
internal static class CallContests
{
    private const int ChunkLength = 800;
    private const string Pipeline = "1";
    private const string Document = "products/document-00001";

    private static readonly int[] ChunkCounts = [1, 100, 1000];
    private static readonly int[] VectorCounts = [1, 16, 256];
    private static readonly int[] Dimensions = [384, 1536];
    private static readonly int[] RowCounts = [10, 1000];

    private static readonly string[] Claimed = [.. Enumerable.Range(0, 16).Select(static i => $"products/document-{i:00000}")];

    public static IEnumerable<Contest> All(CallClients clients) =>
    [
        Claim(clients),
        Heartbeat(clients),
        .. ChunkCounts.Select(count => PutChunks(clients, count)),
        .. ChunkCounts.Select(count => GetChunks(clients, count)),
        .. Dimensions.SelectMany(dimension => VectorCounts.Select(count => PutVectors(clients, count, dimension))),
        .. RowCounts.Select(rows => Query(clients, rows)),
    ];

    /// <summary>One of each kind, small and large.</summary>
    public static IEnumerable<Contest> Few(CallClients clients) =>
        [Claim(clients), PutChunks(clients, 100), GetChunks(clients, 100), PutVectors(clients, 16, 384), Query(clients, 10)];

    private static Contest Claim(CallClients clients)
    {
        var lean = new FloorClaim(16, "embed-0", 300);
        var body = new ClaimDocumentsRequest { Limit = 16, WorkerId = "embed-0", LeaseSeconds = 300 };
        return Three(
            "claim 16 documents",
            () => clients.Floor.ClaimAsync(Pipeline, lean),
            () => clients.Plain.ClaimAsync(Pipeline, lean),
            () => clients.Layer.ClaimDocumentsAsync(Pipeline, body));
    }

    private static Contest Heartbeat(CallClients clients)
    {
        var lean = new FloorHeartbeat(Claimed, "embed-0");
        return Three(
            "heartbeat of 16 documents",
            () => clients.Floor.HeartbeatAsync(Pipeline, lean),
            () => clients.Plain.HeartbeatAsync(Pipeline, lean),
            () => clients.Layer.HeartbeatAsync(Pipeline, Claimed, "embed-0"));
    }

    private static Contest PutChunks(CallClients clients, int count)
    {
        var pipeline = Name(count);
        var chunks = Enumerable.Range(0, count).Select(static i => new Chunk { Id = $"chunk-{i:00000}", Text = BenchData.Text(i, ChunkLength) }).ToList();
        var lean = new FloorChunks([.. chunks.Select(static chunk => new FloorChunk(chunk.Id, chunk.Text!))]);
        return Three(
            $"put {count} chunks",
            () => clients.Floor.PutChunksAsync(pipeline, Document, lean),
            () => clients.Plain.PutChunksAsync(pipeline, Document, lean),
            () => clients.Layer.PutChunksAsync(pipeline, Document, chunks));
    }

    private static Contest GetChunks(CallClients clients, int count)
    {
        var pipeline = Name(count);
        return Three(
            $"get {count} chunks",
            () => clients.Floor.GetChunksAsync(pipeline, Document),
            () => clients.Plain.GetChunksAsync(pipeline, Document),
            () => clients.Layer.GetChunksAsync(pipeline, Document));
    }

    private static Contest PutVectors(CallClients clients, int count, int dimension)
    {
        var entries = Enumerable.Range(0, count).Select(i => new VectorEntry { Id = $"chunk-{i:00000}", Vector = BenchData.Vector(i, dimension) }).ToList();
        var lean = new FloorVectors([.. entries.Select(static entry => new FloorVector(entry.Id, entry.Vector!.Value))]);
        return Three(
            $"put {count} vectors of {dimension}",
            () => clients.Floor.PutVectorsAsync(Pipeline, Document, lean),
            () => clients.Plain.PutVectorsAsync(Pipeline, Document, lean),
            () => clients.Layer.PutVectorsAsync(Pipeline, Document, entries));
    }

    private static Contest Query(CallClients clients, int rows)
    {
        var space = Name(rows);
        var vector = BenchData.Vector(0, 384);
        var lean = new FloorQuery(vector, rows);
        var body = new QueryRequest { Vector = vector, TopK = rows };
        return Three(
            $"query for {rows} rows",
            () => clients.Floor.QueryAsync(space, lean),
            () => clients.Plain.QueryAsync(space, lean),
            () => clients.Layer.Namespace(space).QueryAsync(body));
    }

    private static Contest Three(string name, Func<Task> floor, Func<Task> plain, Func<Task> layer) =>
        new(name, [new("floor", floor), new("plain Refit", plain), new("Hevlayer", layer)]);

    private static string Name(int count) => count.ToString(CultureInfo.InvariantCulture);
}
