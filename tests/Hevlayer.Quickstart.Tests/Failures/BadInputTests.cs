namespace Hevlayer.Quickstart.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GatewayRun _gateway = new();

    public void Dispose()
    {
        _gateway.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public Task MissingFolder_IsRefused() => RefusesAsync("There is no folder", Path.Combine(_folder.Path, "nowhere"));

    [Fact]
    public Task File_IsRefused() => RefusesAsync("is a file. Option --input takes a folder", _folder.File("a.txt", "text"));

    [Fact]
    public Task EmptyFolder_IsRefused() => RefusesAsync("is empty. Choose another one");

    [Fact]
    public Task FolderWithoutText_IsRefused()
    {
        _folder.File("image.png", "not text");
        return RefusesAsync("There are no .txt or .md files in");
    }

    [Fact]
    public async Task FolderThatMayNotBeListed_IsRefused()
    {
        _folder.File(Path.Combine("closed", "a.txt"), "text");
        TemporaryFolder.Close(Path.Combine(_folder.Path, "closed"));

        await RefusesAsync("cannot be listed", Path.Combine(_folder.Path, "closed"));
    }

    [Fact]
    public Task FolderOfBinaryAndEmptyFiles_IsRefusedWithTheirNumbers()
    {
        _folder.File("a.txt", [1, 0, 2]);
        _folder.File("b.txt", string.Empty);
        return RefusesAsync("0 files or folders were not readable, 1 were binary, 1 were empty");
    }

    [Fact]
    public Task UnknownOption_IsRefused() => RefusesAsync("Unknown argument '--nonsense'. Try --help.", more: "--nonsense");

    [Fact]
    public async Task BinaryFileAmongOthers_IsNotedAndTheRestAnswers()
    {
        _folder.File("a.txt", "Some text.");
        _folder.File("b.txt", [1, 0, 2]);

        var run = await _gateway.RunAsync(["--input", _folder.Path]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("Skipped 'b.txt': it holds NUL bytes, so it is not text.", run.Error.Trim());
    }

    [Fact]
    public async Task UnreadableFileAmongOthers_FailsTheRunAfterTheAnswer()
    {
        _folder.File("a.txt", "Some text.");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "dangling.txt"), Path.Combine(_folder.Path, "gone.txt"));

        var run = await _gateway.RunAsync(["--input", _folder.Path]);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("Skipped 'dangling.txt': it cannot be read", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 files or folders could not be read; everything else is indexed", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"1\. .*  a\.txt", run.Output);
    }

    [Fact]
    public async Task ManyBinaryFiles_AreNotedInAFewLines()
    {
        _folder.File("a.txt", "Some text.");
        foreach (var number in Enumerable.Range(0, 50))
        {
            _folder.File($"binary{number}.txt", [0]);
        }

        var run = await _gateway.RunAsync(["--input", _folder.Path]);

        Assert.Equal(21, run.Error.Trim().Split('\n').Length);
        Assert.Contains("... and 30 more notes like these.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PipelineOfAnotherNamespace_IsRefused()
    {
        _folder.File("a.txt", "Some text.");
        await _gateway.Client.EnsurePipelineAsync("quickstart", "elsewhere", cancellationToken: TestContext.Current.CancellationToken);

        await RefusesAsync("writes to the namespace 'elsewhere', not to 'quickstart'");
    }

    private async Task RefusesAsync(string message, string? input = null, params string[] more)
    {
        var run = await _gateway.RunAsync(["--input", input ?? _folder.Path, .. more]);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
