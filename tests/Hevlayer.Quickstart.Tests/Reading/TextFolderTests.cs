namespace Hevlayer.Quickstart.Tests;

public sealed class TextFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_OfNestedFolders_AreNamedFromTheRootWithForwardSlashes()
    {
        _folder.File("a.txt", "a");
        _folder.File(Path.Combine("deep", "deeper", "b.MD"), "b");
        _folder.File("image.png", "c");
        _folder.File("notes", "d");

        Assert.Equal(["a.txt", "deep/deeper/b.MD"], Names());
    }

    [Fact]
    public void Files_InHiddenFolders_AreLeftOut()
    {
        _folder.File(Path.Combine(".git", "description.txt"), "a");
        _folder.File("b.txt", "b");

        Assert.Equal(["b.txt"], Names());
    }

    [Fact]
    public void LinkedFolder_ThatLoops_IsNotFollowed()
    {
        _folder.File(Path.Combine("inner", "a.txt"), "a");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "inner", "loop"), _folder.Path);

        Assert.Equal(["inner/a.txt"], Names());
    }

    [Fact]
    public void FolderThatIsItselfALink_IsRead()
    {
        _folder.File(Path.Combine("real", "a.txt"), "a");
        var link = Path.Combine(_folder.Path, "link");
        Directory.CreateSymbolicLink(link, Path.Combine(_folder.Path, "real"));

        Assert.Equal(["a.txt"], Names(link));
    }

    [Fact]
    public void FolderThatMayNotBeListed_IsNotedAndTheRestIsRead()
    {
        _folder.File(Path.Combine("closed", "a.txt"), "a");
        _folder.File("b.txt", "b");
        TemporaryFolder.Close(Path.Combine(_folder.Path, "closed"));
        var skipped = new SkippedFiles(null);

        Assert.Equal(["b.txt"], Names(skipped: skipped));
        Assert.Equal(1, skipped.UnreadableCount);
    }

    [Fact]
    public void Entries_ThatDoNotExist_AreLeftOut()
    {
        _folder.File("README.md", "a");
        _folder.File(Path.Combine("docs", "guide.md"), "b");
        _folder.File("other.md", "c");

        var files = new TextFolder(_folder.Path, ["README.md", "CHANGELOG.md", "docs"]).Files(new(null));

        Assert.Equal(["README.md", "docs/guide.md"], files.Select(file => file.Name));
    }

    private IEnumerable<string> Names(string? root = null, SkippedFiles? skipped = null) =>
        new TextFolder(root ?? _folder.Path, ["."]).Files(skipped ?? new(null)).Select(file => file.Name).Order(StringComparer.Ordinal);
}
