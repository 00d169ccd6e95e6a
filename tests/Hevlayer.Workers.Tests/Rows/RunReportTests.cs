using System.Text.Json;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>What a run cost is told afterwards, as it was told before.</summary>
public sealed class RunReportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_AfterARun_SaysWhatTheDryRunSaid()
    {
        await using var world = await RowWorld.StartAsync();
        var estimate = await world.Client.DryRunAsync(
            WorkerHost.Pipeline,
            new (string, IReadOnlyList<Chunk>)[] { ("a", RowWorld.Chunks("a", "one", "two words", "one")), ("b", RowWorld.Chunks("b", "three")) }.ToAsyncEnumerable(),
            new() { Generator = world.Generator, PricePerMillionTokens = 2 },
            Token);

        await world.IndexAsync("a", "one", "two words", "one");
        await world.IndexAsync("b", "three");
        var report = world.Status.Report(pricePerMillionTokens: 2);

        Assert.Equal(
            (estimate.Documents, estimate.Chunks, estimate.TextsToEmbed, estimate.Tokens, estimate.Price, estimate.RowsToWrite),
            (report.Documents, report.Chunks, report.TextsEmbedded, report.Tokens, report.Price, report.RowsWritten));
        Assert.Equal((0, 0), (report.UnchangedDocuments, report.FailedAttempts));
    }

    [Fact]
    public async Task Report_UnchangedEditedAndDeleted_CountsEach()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("same", "one", "two");
        await world.IndexAsync("edited", "three", "four");
        await world.IndexAsync("gone", "five");
        await world.RowsAsync("gone");
        var before = world.Status.Report();

        await world.IndexAsync("same", "one", "two");
        await world.IndexAsync("edited", "three", "more");
        await world.Client.DeleteDocumentAsync(WorkerHost.Pipeline, "gone", cancellationToken: Token);
        await world.WhenEndedAsync();
        var report = world.Status.Report();

        Assert.Equal((3, 1, 1), (report.Documents - before.Documents, report.UnchangedDocuments - before.UnchangedDocuments, report.DeletedDocuments - before.DeletedDocuments));
        Assert.Equal((1, 1, 1), (report.TextsEmbedded - before.TextsEmbedded, report.RowsWritten - before.RowsWritten, report.RowsDeleted - before.RowsDeleted));
        Assert.Null(report.Price);
    }

    [Fact]
    public async Task Stages_OfARun_TellWhatTheTimeWentTo()
    {
        await using var world = await RowWorld.StartAsync();

        await world.IndexAsync("a", "one");

        var report = world.Status.Report();
        Assert.Equal(Enum.GetValues<WorkStage>(), report.Stages.Select(static stage => stage.Stage));
        Assert.All(report.Stages, static stage => Assert.Equal(1, stage.Count));
        Assert.All(report.Stages, static stage => Assert.InRange(stage.AverageSeconds, 0, stage.LongestSeconds));
    }

    [Fact]
    public async Task Json_HasTheNamesOfTheWire()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one");

        using var json = JsonDocument.Parse(world.Status.Report(0.5m).ToJson());

        Assert.Equal(1, json.RootElement.GetProperty("texts_embedded").GetInt32());
        Assert.Equal("Wait", json.RootElement.GetProperty("stages")[0].GetProperty("stage").GetString());
        Assert.True(json.RootElement.GetProperty("price").GetDecimal() > 0);
    }

    [Fact]
    public void Table_HasALineForEachFigureAndStage()
    {
        var report = new RunReport
        {
            Worker = "",
            Pipeline = WorkerHost.Pipeline,
            Documents = 1_234,
            UnchangedDocuments = 1_000,
            TextsEmbedded = 17,
            Price = 0.25m,
            Stages = [new() { Stage = WorkStage.Embed, Count = 4, TotalSeconds = 2, LongestSeconds = 1.5 }],
        };

        var lines = report.ToTable().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

        Assert.Equal("Documents  1,234 completed, 1,000 unchanged, 0 deleted, 0 skipped, 0 failed", lines[0]);
        Assert.Contains("Price      0.25", lines);
        Assert.Equal(["Embed", "4", "2.0", "500.0", "1,500.0"], lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Report_NegativePrice_IsRefused()
    {
        await using var world = await RowWorld.StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => world.Status.Report(-1));
    }
}
