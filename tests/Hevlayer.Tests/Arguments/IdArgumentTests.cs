namespace Hevlayer.Tests.Arguments;

/// <summary>Ids, names and lists of them.</summary>
public sealed class IdArgumentTests
{
    private static readonly Chunk[] Chunks = [new() { Id = "c" }];
    private static readonly VectorEntry[] Vectors = [new() { Id = "d", Vector = new[] { 1f } }];

    private static readonly ArgumentCase[] Cases =
    [
        .. NotAnId("pipelineId", (client, id) => client.EnsurePipelineAsync(id, "n")),
        .. NotAnId("targetNamespace", (client, id) => client.EnsurePipelineAsync("p", id)),
        .. NotAnId("pipelineId", (client, id) => client.PutChunksAsync(id, "d", Chunks)),
        .. NotAnId("documentId", (client, id) => client.PutChunksAsync("p", id, Chunks)),
        .. NotAnId("pipelineId", (client, id) => client.ClaimDocumentsAsync(id, new() { WorkerId = "w" })),
        .. NotAnId("request.WorkerId", (client, id) => client.ClaimDocumentsAsync("p", new() { WorkerId = id })),
        .. NotAnId("pipelineId", (client, id) => client.GetChunksAsync(id, "d")),
        .. NotAnId("documentId", (client, id) => client.GetChunksAsync("p", id)),
        .. NotAnId("pipelineId", (client, id) => client.PutVectorsAsync(id, "d", Vectors)),
        .. NotAnId("documentId", (client, id) => client.PutVectorsAsync("p", id, Vectors)),
        .. NotAnId("documentId", (client, id) => client.PutVectorAsync("p", id, new[] { 1f })),
        .. NotAnId("documentId", (client, id) => client.PutMultiVectorAsync("p", id, [new[] { 1f }])),
        .. NotAnId("pipelineId", (client, id) => client.HeartbeatAsync(id, ["a"], "w")),
        .. NotAnId("documentIds[1]", (client, id) => client.HeartbeatAsync("p", ["a", id], "w")),
        .. NotAnId("workerId", (client, id) => client.HeartbeatAsync("p", ["a"], id)),
        .. NotAnId("pipelineId", (client, id) => client.ReleaseDocumentsAsync(id, ["a"])),
        .. NotAnId("documentIds[0]", (client, id) => client.FailDocumentsAsync("p", [id])),
        .. NotAnId("pipelineId", (client, id) => client.GetPipelineStatusAsync(id)),
        .. NotAnId("pipelineId", (client, id) => client.WaitForDrainAsync(id)),
        .. NotAnId("namespaceName", (client, id) => client.WaitForSnapshotAsync(id, DateTimeOffset.UnixEpoch)),
        .. NotAnId("pipelineId", (client, id) => client.WaitForRunAsync(id, DateTimeOffset.UnixEpoch)),
        .. NotAnId("id", (client, id) => client.Namespace("n").FetchAsync(id)),
        .. NotAnId("ids[2]", (client, id) => client.Namespace("n").FetchManyAsync(["a", "b", id])),
        .. NotAnId("name", (client, id) => Task.FromResult(client.Namespace(id))),
        .. NotAnId("includeAttributes[1]", (client, id) => client.Namespace("n").FetchAsync("d", ["a", id])),
        .. NotAnId("request.Namespaces[1]", (client, id) => client.QueryFederatedAsync(new() { Vector = new[] { 1f }, Namespaces = ["a", id] })),
        .. NotAnId("includeAttributes[0]", (client, id) => client.Namespace("n").FetchManyAsync(["a"], [id])),
        new(client => client.Namespace("n").FetchAsync("d", ["title,text"]), "includeAttributes[0]", "The name is 'title,text', and a comma separates the names of this list"),
        new(client => client.ReleaseDocumentsAsync("p", ["a"], " "), "workerId", ArgumentCase.Empty),
        new(client => client.HeartbeatAsync("p", [], "w"), "documentIds", ArgumentCase.None),
        new(client => client.ReleaseDocumentsAsync("p", []), "documentIds", ArgumentCase.None),
        new(client => client.FailDocumentsAsync("p", []), "documentIds", ArgumentCase.None),
        new(client => client.CompleteDocumentsAsync("p", []), "documentIds", ArgumentCase.None),
        new(client => client.CompleteDocumentsAsync("p", null!), "documentIds", "null"),
        new(client => client.Namespace("n").FetchManyAsync([]), "ids", ArgumentCase.None),
        new(client => client.ClaimDocumentsAsync("p", null!), "request", "null"),
        new(client => client.ClaimDocumentsAsync("p", new() { WorkerId = "w", Limit = 0 }), "request.Limit", ArgumentCase.NotPositive),
        new(client => client.ClaimDocumentsAsync("p", new() { WorkerId = "w", Limit = -1 }), "request.Limit", ArgumentCase.NotPositive),
        new(client => client.ClaimDocumentsAsync("p", new() { WorkerId = "w", LeaseSeconds = 0 }), "request.LeaseSeconds", ArgumentCase.NotPositive),
    ];

    public static TheoryData<int> Numbers => ArgumentCase.Numbers(Cases);

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task Argument_NotAllowed_IsNamedAndNothingIsSent(int number) => Cases[number].CheckAsync();

    private static IEnumerable<ArgumentCase> NotAnId(string parameter, Func<HevlayerClient, string, Task> call) =>
    [
        new(client => call(client, null!), parameter, "null"),
        new(client => call(client, ""), parameter, ArgumentCase.Empty),
        new(client => call(client, " \t"), parameter, ArgumentCase.Empty),
        new(client => call(client, "a\uD83D"), parameter, ArgumentCase.Half),
        new(client => call(client, "\uDE00\uD83Db"), parameter, ArgumentCase.Half),
    ];
}
