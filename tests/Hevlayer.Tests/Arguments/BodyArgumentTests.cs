namespace Hevlayer.Tests.Arguments;

/// <summary>Chunks, rows and queries.</summary>
public sealed class BodyArgumentTests
{
    private static readonly ReadOnlyMemory<float> One = new[] { 1f };

    private static readonly ArgumentCase[] Cases =
    [
        new(client => client.PutChunksAsync("p", "d", []), "chunks", ArgumentCase.None),
        new(client => client.PutChunksAsync("p", "d", null!), "chunks", "null"),
        new(client => client.PutChunksAsync("p", "d", [null!]), "chunks[0]", "null"),
        new(client => client.PutChunksAsync("p", "d", [new() { Id = "" }]), "chunks[0].Id", ArgumentCase.Empty),
        new(client => client.PutChunksAsync("p", "d", [new() { Id = "c" }, new() { Id = "c" }]), "chunks[1].Id", "'c' is used twice; within one call each id is needed once"),
        new(client => client.PutChunksAsync("p", "d", [new() { Id = "c" }, null!]), "chunks[1]", "null"),
        new(client => client.PutChunksAsync("p", "d", [new() { Id = "c" }, new() { Id = "c\uD800" }]), "chunks[1].Id", ArgumentCase.Half),
        new(client => client.Namespace("n").WriteAsync(new() { UpsertRows = [new() { Id = "c\uD800", Vector = One }] }), "UpsertRows[0].Id", ArgumentCase.Half),
        new(client => client.Namespace("n").WriteAsync(new() { UpsertRows = [new() { Id = 1, Vector = One }, null!] }), "UpsertRows[1]", "null"),
        new(client => client.Namespace("n").WriteAsync(new() { Deletes = ["a", "\uDC00"] }), "Deletes[1]", ArgumentCase.Half),
        Rows("vectors[0].Id", ArgumentCase.Half, new VectorEntry { Id = "\uD800", Vector = One }),
        Rows("vectors[0].Attributes", ArgumentCase.Half, new VectorEntry { Id = "a", Vector = One, Attributes = new() { ["\uD800"] = 1 } }),
        Rows("vectors", ArgumentCase.None),
        Rows("vectors[0]", "null", default(VectorEntry)!),
        Rows("vectors[0].Id", ArgumentCase.Empty, new VectorEntry { Id = " ", Vector = One }),
        Rows("vectors[1].Id", "'a' is used twice", new() { Id = "a", Vector = One }, new() { Id = "a", Vector = One }),
        Rows("vectors[0]", "neither Vector nor Vectors is set; exactly one of them is needed", new VectorEntry { Id = "a" }),
        Rows("vectors[0]", "both Vector and Vectors are set; exactly one of them is needed", new VectorEntry { Id = "a", Vector = One, Vectors = [One] }),
        Rows("vectors[0].Vector", "at least one component is needed", new VectorEntry { Id = "a", Vector = ReadOnlyMemory<float>.Empty }),
        Rows("vectors[0].Vectors", ArgumentCase.None, new VectorEntry { Id = "a", Vectors = [] }),
        Rows("vectors[0].Vectors[1]", "at least one component is needed", new VectorEntry { Id = "a", Vectors = [One, default] }),
        Rows("vectors[1].Vector", "has 2 components and the first one 1", new() { Id = "a", Vector = One }, new() { Id = "b", Vector = new[] { 1f, 2f } }),
        Rows("vectors[1].Vectors[0]", "need the same dimension", new() { Id = "a", Vector = One }, new() { Id = "b", Vectors = [new[] { 1f, 2f }] }),
        Rows("vectors[0].Vector", "Component 1 is NaN; only finite numbers are allowed", new VectorEntry { Id = "a", Vector = new[] { 1f, float.NaN } }),
        Rows("vectors[0].Vector", "only finite numbers are allowed", new VectorEntry { Id = "a", Vector = new[] { float.PositiveInfinity } }),
        Rows("vectors[0].Vectors[0]", "only finite numbers are allowed", new VectorEntry { Id = "a", Vectors = [new[] { float.NegativeInfinity }] }),
        Rows("vectors[0].Attributes", "names that begin with _hevlayer_ belong to the gateway", new VectorEntry { Id = "a", Vector = One, Attributes = new() { ["_hevlayer_v"] = 1 } }),
        new(client => client.PutMultiVectorAsync("p", "d", []), "vectors", ArgumentCase.None),
        Query(new(), "request", "0 of Vector, NearestToId and RankBy are set; exactly one is needed"),
        Query(new() { Vector = One, NearestToId = ["a"] }, "request", "2 of Vector"),
        Query(new() { Vector = One, TopK = 0 }, "request.TopK", ArgumentCase.NotPositive),
        Query(new() { Vector = ReadOnlyMemory<float>.Empty }, "request.Vector", "at least one component is needed"),
        Query(new() { Vector = new[] { float.NaN } }, "request.Vector", "only finite numbers are allowed"),
        Query(null!, "request", "null"),
    ];

    public static TheoryData<int> Numbers => ArgumentCase.Numbers(Cases);

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task Argument_NotAllowed_IsNamedAndNothingIsSent(int number) => Cases[number].CheckAsync();

    private static ArgumentCase Rows(string parameter, string allowed, params VectorEntry[] rows) =>
        new(client => client.PutVectorsAsync("p", "d", rows), parameter, allowed);

    private static ArgumentCase Query(QueryRequest request, string parameter, string allowed) =>
        new(client => client.Namespace("n").QueryAsync(request), parameter, allowed);
}
