namespace Hevlayer.Tool.Tests;

public sealed class FailuresTests : IAsyncDisposable
{
    private readonly ToolWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Failures_None_IsFine()
    {
        await _world.StageAsync("a");
        await _world.WorkAsync(static _ => null);

        var result = await _world.RunAsync("failures");

        Assert.Equal((ExitCode.Fine, ""), (result.ExitCode, result.Error));
        Assert.Contains("0 documents in the ledger products-ledger", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_Some_AreGroupedByReason()
    {
        await FailAsync();

        var result = await _world.RunAsync("failures", "--json");

        Assert.Equal(ExitCode.NotFine, result.ExitCode);
        Assert.Equal(3, result.Json.GetProperty("failed_count").GetInt64());
        Assert.Equal(
            [("Text … is empty.", 2), ("It is too long.", 1)],
            result.Json.GetProperty("groups").EnumerateArray().Select(static group => (group.GetProperty("reason").GetString(), group.GetProperty("count").GetInt32())));
        Assert.False(result.Json.TryGetProperty("documents", out _));
    }

    [Fact]
    public async Task Failures_Listed_NameTheirDocumentsWithReasonAndWorker()
    {
        await FailAsync();

        var result = await _world.RunAsync("failures", "--list", "--json", "--reason", "Text");

        var documents = result.Json.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(["a", "b"], documents.Select(static document => document.GetProperty("document_id").GetString()));
        Assert.All(documents, static document => Assert.Equal(("rejected", "worker-1"), (document.GetProperty("kind").GetString(), document.GetProperty("worker_id").GetString())));
        Assert.DoesNotContain("claim", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--list")]
    [InlineData("--all")]
    public async Task Failures_ForPeople_IsATable(string option)
    {
        await FailAsync();

        var result = await _world.RunAsync("failures", option);

        Assert.Equal((ExitCode.NotFine, ""), (result.ExitCode, result.Error));
        Assert.Contains("It is too long.", result.Output, StringComparison.Ordinal);
        Assert.Contains("the gateway counts 3 in failed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redrive_OfAReason_PutsThoseBack()
    {
        await FailAsync();

        var result = await _world.RunAsync("redrive", "--reason", "Text", "--json");

        Assert.Equal((ExitCode.Fine, ""), (result.ExitCode, result.Error));
        Assert.Equal((2, false), (result.Json.GetProperty("redriven").GetInt64(), result.Json.GetProperty("has_more").GetBoolean()));
        Assert.Equal((2, 1), (await _world.CountAsync("pending"), await _world.CountAsync("failed")));
    }

    [Fact]
    public async Task Redrive_OfOneDocument_PutsThatBack()
    {
        await FailAsync();

        var result = await _world.RunAsync("redrive", "--document", "c");

        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Contains("1 documents were put back", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, await _world.CountAsync("pending"));
    }

    [Fact]
    public async Task Redrive_DryRun_MovesNothing()
    {
        await FailAsync();

        var result = await _world.RunAsync("redrive", "--dry-run");

        Assert.Contains("3 documents would be put back", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, await _world.CountAsync("failed"));
    }

    [Fact]
    public async Task Redrive_MoreThanItMay_IsNotDoneAndSaysHowToGoOn()
    {
        await FailAsync();

        var result = await _world.RunAsync("redrive", "--max", "2");

        Assert.Equal(ExitCode.NotFine, result.ExitCode);
        Assert.Contains("continue with --until 2030-01-01T", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, await _world.CountAsync("failed"));
    }

    private async Task FailAsync()
    {
        await _world.StageAsync("a", "b", "c", "d");
        await _world.WorkAsync(static id => id switch { "c" => "It is too long.", "d" => null, _ => $"Text '{id}' is empty." });
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
