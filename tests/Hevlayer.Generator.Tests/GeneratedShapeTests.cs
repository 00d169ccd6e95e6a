using System.Text.Json;

namespace Hevlayer.Generator.Tests;

/// <summary>What the generated records look like to the people who use them.</summary>
public sealed class GeneratedShapeTests
{
    [Fact]
    public void OptionalValues_SetToFalseZeroAndEmpty_AreSent()
    {
        var request = new SetDocumentsStageRequest { DocumentIds = ["a"], Stage = "", CreateMissing = false };
        var scan = new CreateScanRequest { Threads = 0, Exhaustive = false, Field = "" };

        Assert.Equal("""{"document_ids":["a"],"stage":"","create_missing":false}""", Write(request));
        Assert.Equal("""{"field":"","exhaustive":false,"threads":0}""", Write(scan));
    }

    [Fact]
    public void OptionalValues_NotSet_AreLeftOut() =>
        Assert.Equal("""{"worker_id":"w"}""", Write(new ClaimDocumentsRequest { WorkerId = "w" }));

    [Fact]
    public void OpenEnum_WithAValueFromTheFuture_SurvivesARoundTrip()
    {
        const string Json = """{"keyId":"k","name":"n","entitlements":{},"phase":"Suspended","createdAt":"2026-01-02T03:04:05+00:00"}""";

        var key = JsonSerializer.Deserialize<ApiKey>(Json, HevlayerJson.Options)!;

        Assert.Equal(new ApiKeyPhase("Suspended"), key.Phase);
        Assert.Equal(Json, Write(key));
    }

    [Fact]
    public void JobTimestamps_WithMonthThirteen_StayText()
    {
        const string Json = """{"id":"j","namespace":"n","status":"completed","progress":1,"documents_scanned":2,"created_at":"2026-13-01T00:00:00Z"}""";

        Assert.Equal("2026-13-01T00:00:00Z", JsonSerializer.Deserialize<WarmJob>(Json, HevlayerJson.Options)!.CreatedAt);
    }

    [Theory]
    [InlineData("""{"ids":["a"],"total":1}""", true)]
    [InlineData("""{"total":1,"truncated":false,"values":[{"v":"red","n":3}]}""", false)]
    public void PropertyUnion_IsDecidedByTheMemberThatOnlyOneCaseHas(string json, bool isIds)
    {
        var results = JsonSerializer.Deserialize<ScanResults>(json, HevlayerJson.Options)!;

        Assert.Equal(isIds, results.Ids is not null);
        Assert.Equal(isIds, results.Values is null);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("""["a","b"]""")]
    public void TokenUnion_SurvivesARoundTrip(string json) =>
        Assert.Equal(json, Write(JsonSerializer.Deserialize<IncludeAttributes>(json, HevlayerJson.Options)));

    [Theory]
    [InlineData("")]
    [InlineData(""","status":null,"failed_reasons":null""")]
    public void PipelineStatus_OfAnOlderGateway_IsRead(string extra)
    {
        var json = """{"pipeline_id":"p","counts":{"pending":2},"pending_count":2,"processing_count":0,"failed_count":0,"indexed_rate_per_min":0,"rate_window_seconds":60""" + extra + "}";

        var status = JsonSerializer.Deserialize<PipelineStatus>(json, HevlayerJson.Options)!;

        Assert.Null(status.Status);
        Assert.Empty(status.FailedReasons);
        Assert.Equal(2, status.Counts["pending"]);
    }

    [Fact]
    public void ASecret_IsInNoTextOfItsRecord()
    {
        const string Json = """{"keyId":"k","name":"n","entitlements":{},"phase":"Active","createdAt":"2026-01-02T03:04:05Z","token":"hvl_secret"}""";

        var minted = JsonSerializer.Deserialize<MintKeyResponse>(Json, HevlayerJson.Options)!;

        Assert.Equal("hvl_secret", minted.Token);
        Assert.DoesNotContain("hvl_secret", minted.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hvl_secret", new AuthenticateKeyRequest { Token = "hvl_secret" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Watermark_HasAViewAsTime()
    {
        var entry = new SnapshotHistoryEntry { Sha = "s", WatermarkMs = 1_700_000_000_123 };

        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), entry.Watermark);
    }

    [Fact]
    public void UnknownMembers_OfOpenObjects_AreKeptAndSentBack()
    {
        const string Json = """{"rows":[],"next_cursor":"c","tomorrow":{"a":[1]}}""";

        var reply = JsonSerializer.Deserialize<QueryResponse>(Json, HevlayerJson.Options)!;

        Assert.Equal("c", reply.NextCursor);
        Assert.Equal(1, reply.AdditionalMembers!["tomorrow"].GetProperty("a")[0].GetInt32());
        Assert.Equal(Json, Write(reply));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, HevlayerJson.Options);
}
