using System.Text.Json;

namespace Hevlayer.Tests.Building;

public sealed class NamespaceWriteTests
{
    private static readonly float[] Vector = [0.5f, 1f];

    public static TheoryData<string, NamespaceWrite> Writes => new()
    {
        {
            """{"upsert_rows":[{"id":"kettle","vector":[0.5,1],"color":"red","price":10},{"id":7}]}""",
            new() { UpsertRows = [new() { Id = "kettle", Vector = Vector, Attributes = new() { ["color"] = "red", ["price"] = 10 } }, new() { Id = 7 }] }
        },
        {
            """{"upsert_rows":[{"id":"kettle","vectors":[[0.5,1],[0.5,1]]}]}""",
            new() { UpsertRows = [new() { Id = "kettle", Vectors = [Vector, Vector] }] }
        },
        {
            """{"upsert_columns":{"id":["a","b"],"vector":[[0.5,1],[0.5,1]],"color":["red",null]}}""",
            new() { UpsertColumns = new() { Ids = ["a", "b"], Vector = [Vector, Vector], Attributes = new() { ["color"] = ["red", AttributeValue.Null] } } }
        },
        {
            """{"upsert_columns":{"id":[1],"vectors":[[[0.5,1],[0.5,1]]]}}""",
            new() { UpsertColumns = new() { Ids = [1], Vectors = [[Vector, Vector]] } }
        },
        {
            """{"patch_rows":[{"id":"a","price":0,"stock":false,"note":null}]}""",
            new() { PatchRows = [new() { Id = "a", Attributes = new() { ["price"] = 0, ["stock"] = false, ["note"] = AttributeValue.Null } }] }
        },
        {
            """{"patch_columns":{"id":["a","b"],"tags":[["x"],[]]}}""",
            new() { PatchColumns = new() { Ids = ["a", "b"], Attributes = new() { ["tags"] = [new[] { "x" }, Array.Empty<string>()] } } }
        },
        { """{"deletes":["a",2]}""", new() { Deletes = ["a", 2] } },
        {
            """{"delete_by_filter":["price","Gt",10],"delete_by_filter_allow_partial":true}""",
            new() { DeleteByFilter = Filter.Gt("price", 10), DeleteByFilterAllowPartial = true }
        },
        {
            """{"patch_by_filter":{"filters":["color","Eq","red"],"patch":{"sale":true}},"patch_by_filter_allow_partial":false}""",
            new() { PatchByFilter = new() { Filters = Filter.Eq("color", "red"), Patch = new() { ["sale"] = true } }, PatchByFilterAllowPartial = false }
        },
        {
            """{"upsert_rows":[{"id":"a"}],"patch_rows":[{"id":"b"}],"deletes":["c"],"upsert_condition":["version","Lt",{"$ref_new":"version"}],"patch_condition":["a","Eq",1],"delete_condition":["b","Eq",2]}""",
            new()
            {
                UpsertRows = [new() { Id = "a" }],
                PatchRows = [new() { Id = "b" }],
                Deletes = ["c"],
                UpsertCondition = Filter.Lt("version", Filter.Incoming("version")),
                PatchCondition = Filter.Eq("a", 1),
                DeleteCondition = Filter.Eq("b", 2),
            }
        },
        {
            """{"deletes":["a"],"distance_metric":"euclidean_squared","return_affected_ids":true,"disable_backpressure":true,"encryption":{"cmek":"key"}}""",
            new()
            {
                Deletes = ["a"],
                DistanceMetric = DistanceMetric.EuclideanSquared,
                ReturnAffectedIds = true,
                DisableBackpressure = true,
                Extra = new() { ["encryption"] = new AttributeMap { ["cmek"] = "key" } },
            }
        },
        {
            """{"upsert_rows":[{"id":"a","_hevlayer_upserted_at":5,"_hevlayer_shard":1}]}""",
            new() { UpsertRows = [new() { Id = "a", Attributes = new() { ["_hevlayer_upserted_at"] = 5, ["_hevlayer_shard"] = 1 } }] }
        },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void Write_IsWrittenAsTheWireHasIt(string json, NamespaceWrite write) => Assert.Equal(json, Wire.Json(write));

    [Fact]
    public async Task WriteAsync_SendsTheWriteAndReadsTheCounts()
    {
        using var handler = StubHandler.Always("""{"status":"OK","rows_affected":1,"rows_deleted":1}""");
        await using var layer = new HevlayerClient(new() { BaseAddress = new("http://gateway.test") }, handler);

        var reply = await layer.Namespace("a/b").WriteAsync(new() { Deletes = ["x"] }, TestContext.Current.CancellationToken);

        Assert.Equal(("POST", "/v2/namespaces/a%2Fb", """{"deletes":["x"]}"""), Sent(Assert.Single(handler.Requests)));
        Assert.Equal(1, reply.RowsDeleted);
    }

    [Fact]
    public async Task WriteAsync_OfAWrongWrite_SendsNothing()
    {
        using var handler = StubHandler.Always("""{"status":"OK"}""");
        await using var layer = new HevlayerClient(new() { BaseAddress = new("http://gateway.test") }, handler);

        await Assert.ThrowsAsync<ArgumentException>(() => layer.Namespace("a").WriteAsync(new(), TestContext.Current.CancellationToken));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void FreeWriteRequest_StillKeepsItsMembers()
    {
        const string Json = """{"upsert_rows":[{"id":1,"vector":[1.0]}],"new_key":null}""";

        var request = JsonSerializer.Deserialize<TurbopufferWriteRequest>(Json, HevlayerJson.Options)!;

        Assert.Equal(["upsert_rows", "new_key"], request.AdditionalMembers!.Keys);
        Assert.Equal(Json, Wire.Json(request));
        Assert.Equal("{}", Wire.Json(new TurbopufferWriteRequest()));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TurbopufferWriteRequest>("[]", HevlayerJson.Options));
    }

    [Fact]
    public void TypedWrite_WithFreeMembers_WritesBoth()
    {
        var request = new NamespaceWrite { Deletes = ["a"] }.ToRequest();
        request.AdditionalMembers = new Dictionary<string, JsonElement> { ["new_key"] = Filter.Eq("a", 1) };

        Assert.Equal("""{"deletes":["a"],"new_key":["a","Eq",1]}""", Wire.Json(request));
    }

    private static (string Method, string Target, string Body) Sent(SentRequest request) => (request.Method, request.Target, request.Body);
}
