using Hevlayer.Local;

namespace Hevlayer.Quickstart.Tests;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RunTests()
    {
        _folder.File("bread.txt", "To bake sourdough bread, knead the dough and let it rest overnight before the oven.");
        _folder.File(Path.Combine("boats", "sailing.md"), "# Sailing\n\nA sloop has one mast; trim the jib before you tack against the wind.");
        _folder.File("clocks.txt", "A pendulum clock keeps time by the swing of its weight.");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithTheGatewayInside_FindsTheFileThatAnswers()
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await Program.RunAsync(
            ["--input", _folder.Path, "--query", "How do I tack against the wind with a sloop?", "--top", "2"],
            new() { Out = output, Error = error, IsTerminal = false, Variable = _ => null });

        Assert.Equal((0, string.Empty), (code, error.ToString()));
        Assert.Contains("Staged 3 passages in 3 documents of 3 files. Pipeline 'quickstart' is drained: 3 documents indexed, 0 failed.", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"1\. 0\.\d+  boats/sailing\.md", output.ToString());
        Assert.DoesNotContain("3. ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnATerminal_ShowsTheTableAndTheAnswer()
    {
        var output = new StringWriter();

        var code = await Program.RunAsync(
            ["--input", _folder.Path, "--query", "sourdough [bold]bread[/]"],
            new() { Out = output, Error = TextWriter.Null, IsTerminal = true, Variable = _ => null });

        Assert.Equal(0, code);
        Assert.Contains("pending", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("sourdough [bold]bread[/]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("bread.txt", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutArguments_AnswersFromTheDocsOfThisRepository()
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await Program.RunAsync([], new() { Out = output, Error = error, IsTerminal = false, Variable = _ => null });

        Assert.Equal((0, string.Empty), (code, error.ToString()));
        Assert.Matches(@"\d\. 0\.\d+  docs/", output.ToString());
    }

    [Fact]
    public async Task Run_AgainstAGateway_LeavesEveryRowAndNothingClaimed()
    {
        using var gateway = new GatewayRun();

        var run = await gateway.RunAsync(["--input", _folder.Path, "--query", "pendulum"]);

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
        Assert.Matches(@"1\. 0\.\d+  clocks\.txt", run.Output);
        Assert.Equal(
            ["boats/sailing.md", "bread.txt", "clocks.txt"],
            (await gateway.RowsAsync()).Select(row => row.Path));
        var status = await gateway.StatusAsync();
        Assert.Equal((0, 0, 3), (status.PendingCount, status.ProcessingCount, status.Counts["indexed"]));
    }

    [Fact]
    public async Task Run_AgainstAGatewayWithKeys_SendsTheKey()
    {
        using var gateway = new GatewayRun(options => options.Keys.Add(new LocalGatewayKey("right-key")));

        var run = await gateway.RunAsync(["--input", _folder.Path, "--key", "right-key", "--pipeline", "books", "--namespace", "shelf"]);

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Help_TellsEveryOptionAndExitCode()
    {
        var output = new StringWriter();

        var code = await Program.RunAsync(["--help"], new() { Out = output, Error = TextWriter.Null, IsTerminal = false, Variable = _ => null });

        Assert.Equal(0, code);
        Assert.All(
            ["--input", "--query", "--gateway", "--key", "--pipeline", "--namespace", "--top", "--concurrency", "--max-deleted", "--lease", "HEVLAYER_API_KEY", "LAYER_GATEWAY_API_KEY", "130"],
            word => Assert.Contains(word, output.ToString(), StringComparison.Ordinal));
    }
}
