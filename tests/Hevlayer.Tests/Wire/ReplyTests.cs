namespace Hevlayer.Tests.Wire;

/// <summary>Replies of other gateways: older ones leave members out, newer ones know more values.</summary>
public sealed class ReplyTests
{
    private const string MinimalStatus =
        """{"pipeline_id":"p","status":"idle","counts":{},"pending_count":0,"processing_count":0,"failed_count":0,"indexed_rate_per_min":0,"rate_window_seconds":300}""";

    [Fact]
    public async Task Status_NoReasons_HasNone()
    {
        var status = await AskAsync(MinimalStatus, client => client.GetPipelineStatusAsync("p"));

        Assert.Empty(status.FailedReasons);
        Assert.Empty(status.Counts);
    }

    [Fact]
    public async Task Status_ReasonsAreNull_HasNone() =>
        Assert.Empty((await AskAsync(MinimalStatus.Replace("\"counts\"", "\"failed_reasons\":null,\"counts\"", StringComparison.Ordinal), client => client.GetPipelineStatusAsync("p"))).FailedReasons);

    [Fact]
    public async Task Status_OfAGatewayThatSendsNoState_IsRead()
    {
        var status = await AskAsync(MinimalStatus.Replace("\"status\":\"idle\",", "", StringComparison.Ordinal), client => client.GetPipelineStatusAsync("p"));

        Assert.Null(status.Status);
    }

    [Fact]
    public async Task Status_UnknownState_IsKept() =>
        Assert.Equal("resting", (await AskAsync(MinimalStatus.Replace("idle", "resting", StringComparison.Ordinal), client => client.GetPipelineStatusAsync("p"))).Status!.Value.Value);

    [Fact]
    public async Task Claim_UnknownStages_AreKept()
    {
        var claim = await AskAsync(
            """{"pipeline_id":"p","stage":"parsed","claim_stage":"thinking","worker_id":"w","documents":[]}""",
            client => client.ClaimDocumentsAsync("p", new() { WorkerId = "w" }));

        Assert.Equal(("parsed", "thinking"), (claim.Stage.Value, claim.ClaimStage.Value));
        Assert.Empty(claim.Documents);
    }

    [Fact]
    public async Task Chunks_NullsWhereTextAndMetadataMayBe_AreAbsent()
    {
        var chunk = Assert.Single(await AskAsync("""[{"id":"c","text":null,"metadata":null}]""", client => client.GetChunksAsync("p", "d")));

        Assert.Null(chunk.Text);
        Assert.True(chunk.Metadata is null or { IsNull: true });
    }

    [Fact]
    public async Task Chunks_MetadataThatIsNoObject_IsKept() =>
        Assert.Equal("page 3", Assert.Single(await AskAsync("""[{"id":"c","metadata":"page 3"}]""", client => client.GetChunksAsync("p", "d"))).Metadata!.Value.AsString());

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"rows":null,"next_cursor":null,"aggregations":null,"hybrid":null,"stable_as_of":null}""")]
    public async Task Query_AllIsAbsentOrNull_HasNoRows(string reply)
    {
        var answer = await AskAsync(reply, client => client.Namespace("n").QueryAsync(new() { NearestToId = ["a"] }));

        Assert.Empty(answer.Rows);
        Assert.Null(answer.NextCursor);
        Assert.Null(answer.StableAsOf);
        Assert.Null(answer.StableAsOfTime);
    }

    [Fact]
    public async Task Query_UnknownMembers_AreKept()
    {
        var answer = await AskAsync("""{"rows":[],"tomorrow":{"a":1}}""", client => client.Namespace("n").QueryAsync(new() { NearestToId = ["a"] }));

        Assert.Equal("""{"a":1}""", answer.AdditionalMembers!["tomorrow"].GetRawText());
    }

    [Fact]
    public async Task Metadata_NeverWritten_HasNoLastWrite()
    {
        var metadata = await AskAsync(
            """{"id":"n","schema":{},"approx_logical_bytes":0,"approx_row_count":0,"created_at":"2026-01-02T03:04:05Z","last_write_at":null,"updated_at":"2026-01-02T03:04:05Z","index":{"status":"rebuilding"}}""",
            client => client.Api.GetNamespaceMetadataAsync("n"));

        Assert.Null(metadata.LastWriteAt);
        Assert.Equal("rebuilding", metadata.Index!.Status!.Value.Value);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task History_WatermarkOutsideTheCalendar_KeepsTheNumber(long watermark)
    {
        var entry = Assert.Single(await AskAsync($$"""[{"watermark_ms":{{watermark}},"sha":"a"}]""", client => client.Api.ListNamespaceHistoryAsync("n")));

        Assert.Equal(watermark, entry.WatermarkMs);
        Assert.InRange(entry.Watermark.Year, 1, 9999);
    }

    private static async Task<T> AskAsync<T>(string reply, Func<HevlayerClient, Task<T>> call)
    {
        using var client = TestClients.Over(StubHandler.Always(reply));
        return await call(client);
    }
}
