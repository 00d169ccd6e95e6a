using System.Text;

namespace Hevlayer.Quickstart.Tests;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SkippedFiles _skipped = new(null);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SmallFile_IsOneDocumentNamedLikeIt()
    {
        _folder.File("small.md", "# Title\n\nSome text.");

        var document = Assert.Single(await ReadAsync("small.md"));

        Assert.Equal("small.md", document.Id);
        var chunk = Assert.Single(document.Chunks);
        Assert.Equal("small.md#0001", chunk.Id);
        Assert.Equal("# Title\n\nSome text.", chunk.Text);
        Assert.Equal("small.md", chunk.Metadata!.Value.AsMap().GetString("path"));
    }

    [Fact]
    public async Task HugeFile_IsSplitIntoDocumentsOfBoundedSizeThatLoseNothing()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"This is sentence number {number}. "));
        _folder.File("huge.txt", text);

        var documents = await ReadAsync("huge.txt");

        Assert.True(documents.Count > 10);
        Assert.All(documents, document => Assert.InRange(document.Chunks.Count, 1, 64));
        Assert.Equal("huge.txt", documents[0].Id);
        Assert.Equal("huge.txt#part-0003", documents[2].Id);
        Assert.Equal("huge.txt#part-0003#0007", documents[2].Chunks[6].Id);
        Assert.All(documents.SelectMany(document => document.Chunks), chunk => Assert.InRange(chunk.Text!.Length, 1, 800));
        Assert.Equal(text.TrimEnd(), string.Join(' ', documents.SelectMany(document => document.Chunks).Select(chunk => chunk.Text)));
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    public async Task FileAtTheLimit_HasNoEmptySecondPart(int chunks, int documents)
    {
        _folder.File("edge.txt", string.Concat(Enumerable.Repeat(new string('x', 800), chunks)));

        Assert.Equal(documents, (await ReadAsync("edge.txt")).Count);
    }

    [Fact]
    public async Task FileReadTwice_HasTheSameDocuments()
    {
        _folder.File("twice.txt", string.Concat(Enumerable.Repeat("Same text. ", 30_000)));

        var (first, second) = (await ReadAsync("twice.txt"), await ReadAsync("twice.txt"));

        Assert.Equal(Rows(first), Rows(second));
        Assert.Equal(Rows(first).Distinct().Count(), Rows(first).Count());

        static IEnumerable<(string, string?)> Rows(IEnumerable<TextDocument> documents) =>
            documents.SelectMany(document => document.Chunks).Select(chunk => (chunk.Id, chunk.Text));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)]
    public async Task FileWithANulByteAnywhere_IsBinary(int at)
    {
        var bytes = Enumerable.Repeat((byte)'a', 300_000).ToArray();
        bytes[at] = 0;
        _folder.File("binary.txt", bytes);

        Assert.Empty(await ReadAsync("binary.txt"));
        Assert.Equal(1, _skipped.BinaryCount);
    }

    [Fact]
    public async Task FileInUtf16WithItsMark_IsText()
    {
        _folder.File("wide.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Wide text 漢字")]);

        Assert.Equal("Wide text 漢字", Assert.Single(await ReadAsync("wide.txt")).Chunks[0].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t ")]
    public async Task FileWithoutWords_HasNoDocumentsAndCountsAsEmpty(string text)
    {
        _folder.File("blank.txt", text);

        Assert.Empty(await ReadAsync("blank.txt"));
        Assert.Equal(1, _skipped.EmptyCount);
    }

    [Fact]
    public async Task FileThatMayNotBeRead_IsSkippedAndCounted()
    {
        TemporaryFolder.Close(_folder.File("closed.txt", "text"));

        Assert.Empty(await ReadAsync("closed.txt"));
        Assert.Equal((1, 0), (_skipped.UnreadableCount, _skipped.EmptyCount));
    }

    [Fact]
    public async Task LinkWithoutItsTarget_IsSkippedAndCounted()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "dangling.txt"), Path.Combine(_folder.Path, "gone.txt"));

        Assert.Empty(await ReadAsync("dangling.txt"));
        Assert.Equal((1, 0), (_skipped.UnreadableCount, _skipped.EmptyCount));
    }

    [Fact]
    public async Task LinkToAFile_IsReadUnderItsOwnName()
    {
        _folder.File("real.txt", "Some text.");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link.txt"), Path.Combine(_folder.Path, "real.txt"));

        Assert.Equal("link.txt", Assert.Single(await ReadAsync("link.txt")).Id);
    }

    private async Task<List<TextDocument>> ReadAsync(string name)
    {
        var documents = new List<TextDocument>();
        await foreach (var document in DocumentReader.ReadAsync(new(Path.Combine(_folder.Path, name), name), _skipped, TestContext.Current.CancellationToken))
        {
            documents.Add(document);
        }

        return documents;
    }
}
