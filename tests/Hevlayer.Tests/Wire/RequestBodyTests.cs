namespace Hevlayer.Tests.Wire;

/// <summary>Bodies byte for byte: what is left out, what is sent although it looks like nothing.</summary>
public sealed class RequestBodyTests
{
    [Fact]
    public async Task Body_OnlyWhatIsNeeded_LeavesNullsOut() =>
        Assert.Equal("""{"worker_id":"w"}""", await BodyOfAsync(Reply.Claimed, client => client.ClaimDocumentsAsync("p", new() { WorkerId = "w" })));

    [Fact]
    public async Task Body_StageWithoutGuards_LeavesThemOut() =>
        Assert.Equal(
            """{"document_ids":["a"],"stage":"pending"}""",
            await BodyOfAsync(Reply.Updated, client => client.ReleaseDocumentsAsync("p", ["a"])));

    [Fact]
    public async Task Body_ExplicitFalseZeroAndEmptyText_AreSent() =>
        JsonAssert.Same(
            """{"document_ids":["a"],"stage":"pending","worker_id":"","create_missing":false}""",
            await BodyOfAsync(Reply.Updated, client => client.Api.SetDocumentsStageAsync("p", new()
            {
                DocumentIds = ["a"],
                Stage = DocumentStage.Pending,
                WorkerId = "",
                CreateMissing = false,
            })));

    [Fact]
    public async Task Body_MetadataThatIsJsonNull_IsSent() =>
        Assert.Equal(
            """{"chunks":[{"id":"c","text":"","metadata":null}]}""",
            await BodyOfAsync(Reply.Staged, client => client.PutChunksAsync("p", "d", [new() { Id = "c", Text = "", Metadata = AttributeValue.Null }])));

    [Fact]
    public async Task Body_Floats_AreShortTextThatReadsBackTheSame() =>
        Assert.Equal(
            """{"vectors":[{"id":"d","vector":[0.1,-0.0,1.4012985e-45,3.4028235e38,1,0.33333334]}]}""",
            await BodyOfAsync(Reply.Ok, client => client.PutVectorAsync("p", "d", new[] { 0.1f, -0f, float.Epsilon, float.MaxValue, 1f, 1f / 3 })));

    [Theory]
    [MemberData(nameof(Cultures.Odd), MemberType = typeof(Cultures))]
    public async Task Body_OddCulture_WritesNumbersTheSame(string culture) =>
        Assert.Equal(
            """{"vectors":[{"id":"I","vector":[0.5],"attributes":{"INDEX":1.5,"n":-1000}}]}""",
            await Cultures.RunAsync(culture, () => BodyOfAsync(Reply.Ok, client =>
                client.PutVectorAsync("p", "I", new[] { 0.5f }, new() { ["INDEX"] = 1.5, ["n"] = -1000 }))));

    [Fact]
    public async Task Body_TextOfAnyScript_ReadsBackTheSame()
    {
        const string text = "größe 文書 \U0001F600 \"quoted\" <b> \u2028 \0";
        var body = await BodyOfAsync(Reply.Staged, client => client.PutChunksAsync("p", "d", [new() { Id = "c", Text = text }]));

        using var document = System.Text.Json.JsonDocument.Parse(body);
        Assert.Equal(text, document.RootElement.GetProperty("chunks")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Body_TextWithHalfACharacter_HasTheReplacementCharacterThereAndKeepsTheRest()
    {
        var body = await BodyOfAsync(Reply.Staged, client => client.PutChunksAsync("p", "d", [new() { Id = "c", Text = "a\uD83Db \U0001F600", Metadata = new AttributeMap { ["title"] = "x\uDE00" } }]));

        using var document = System.Text.Json.JsonDocument.Parse(body);
        var chunk = document.RootElement.GetProperty("chunks")[0];
        Assert.Equal("a\uFFFDb \U0001F600", chunk.GetProperty("text").GetString());
        Assert.Equal("x\uFFFD", chunk.GetProperty("metadata").GetProperty("title").GetString());
    }

    private static async Task<string> BodyOfAsync<T>(string reply, Func<HevlayerClient, Task<T>> call)
    {
        await using var server = new RawServer(RawReply.Json(reply));
        await using var client = TestClients.Connected(server.Address);
        await call(client);
        return Assert.Single(server.Requests).Body;
    }
}
