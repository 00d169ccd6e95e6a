namespace Hevlayer.Tool.Tests;

/// <summary><c>hevlayer dry-run</c>: what a run would cost, of staged documents and of those that are not staged yet.</summary>
public sealed class DryRunTests
{
    private static readonly string[] OfModel = ["--embedder", "model/2"];

    [Fact]
    public async Task StagedDocuments_AreReckonedFromTheirChunks()
    {
        await using var world = await StagedAsync("one", "three");

        var result = await world.RunAsync(["dry-run", "one", "three", .. OfModel, "--price", "2", "--json"]);

        Assert.Equal((ExitCode.Fine, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal((2, 2, 2, 3), (Number(result, "documents"), Number(result, "texts_to_embed"), Number(result, "rows_to_write"), Number(result, "tokens")));
        Assert.Equal(0.000006m, result.Json.GetProperty("price").GetDecimal());
        Assert.Equal(2, await world.CountAsync("pending"));
    }

    [Fact]
    public async Task StandardInput_IsReckonedWithoutStaging()
    {
        await using var world = await StagedAsync("one");
        world.Input = """
            {"id":"a","chunks":["one text","another","one text"]}

            {"id":"b","deleted":true}
            {"id":"c","chunks":[]}
            """;

        var result = await world.RunAsync(["dry-run", "--from", "-", .. OfModel]);

        Assert.Equal((ExitCode.Fine, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("3 documents: 1 unchanged, 1 that a worker would fail.", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 3 texts to embed, 4 tokens.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Rows: 3 to write, 0 to patch, 0 to delete.", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, await world.CountAsync("pending"));
    }

    [Fact]
    public async Task File_IsRead()
    {
        await using var world = await StagedAsync("one");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"id":"a","chunks":["<b>\u2028"]}""", TestContext.Current.CancellationToken);

        var result = await world.RunAsync(["dry-run", "--from", file, .. OfModel, "--json"]);

        File.Delete(file);
        Assert.Equal((1, 1), (Number(result, "documents"), Number(result, "texts_to_embed")));
    }

    [Theory]
    [InlineData("{", "Line 1")]
    [InlineData("[]", "Line 1")]
    [InlineData("\n{\"chunks\":[\"a\"]}", "Line 2")]
    [InlineData("{\"id\":\"\",\"chunks\":[\"a\"]}", "no id")]
    [InlineData("{\"id\":\"a\"}", "no chunks")]
    [InlineData("{\"id\":\"a\",\"chunks\":[null]}", "no chunks")]
    [InlineData("null", "no id")]
    [InlineData("{\"id\":\"a\",\"chunks\":[\"x\"]}\n{\"id\":\"a\",\"deleted\":true}", "Line 2 of '-' cannot be used: the document 'a' was there before")]
    public async Task LineThatIsNoDocument_IsNamed(string input, string expected)
    {
        await using var world = await StagedAsync("one");
        world.Input = input;

        var result = await world.RunAsync(["dry-run", "--from", "-", .. OfModel]);

        Assert.Equal(ExitCode.BadUsage, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give either ids", "dry-run")]
    [InlineData("Give either ids", "dry-run", "one", "--from", "-")]
    [InlineData("cannot be read", "dry-run", "--from", "/nowhere/at/all.jsonl")]
    [InlineData("--price", "dry-run", "one", "--price", "-1")]
    [InlineData("nobody", "dry-run", "nobody")]
    public async Task BadUsage_IsToldInOneSentence(string expected, params string[] arguments)
    {
        await using var world = await StagedAsync("one");

        var result = await world.RunAsync([.. arguments, .. OfModel]);

        Assert.Equal(ExitCode.BadUsage, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    private static int Number(ToolResult result, string name) => result.Json.GetProperty(name).GetInt32();

    private static async Task<ToolWorld> StagedAsync(params string[] ids)
    {
        var world = new ToolWorld();
        await world.StageAsync(ids);
        return world;
    }
}
