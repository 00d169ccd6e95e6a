using System.Text;
using CsCheck;

namespace Hevlayer.Workers.Tests.Sources;

public sealed class DocumentChunksTests
{
    private static readonly Gen<string[]> Pieces = Gen.String[Gen.Char.AlphaNumeric, 1, 20].Array[1, 30];

    [Fact]
    public void Of_SameText_GivesTheSameChunksUnderIdsOfTheirPlaces() => Pieces.Sample(static pieces =>
    {
        var first = Of(SourceDocument.OfText(string.Join('|', pieces)), new());
        var second = Of(SourceDocument.OfText(string.Join('|', pieces)), new());

        Assert.Equal(first, second);
        Assert.Equal(pieces.Select(static (text, index) => new Chunk { Id = $"d-{index}", Text = text }), first);
    });

    [Fact]
    public void Of_DeletedDocument_SaysSo()
    {
        var chunk = Assert.Single(Of(SourceDocument.Deleted("d"), new()));

        Assert.Null(chunk.Text);
        Assert.True(chunk.Metadata!.Value.AsMap().GetBoolean("hev_deleted"));
    }

    [Fact]
    public void Of_AnotherDocumentIsDeleted_IsRefused() =>
        Assert.Contains("'other'", Assert.Throws<DocumentRejectedException>(static () => Of(SourceDocument.Deleted("other"), new())).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_LimitOfBytes_CountsIdsTextsAndMetadata() => Pieces.Sample(static pieces =>
    {
        var document = SourceDocument.OfText(string.Join('|', pieces), new() { ["k"] = "é" });
        var bytes = pieces.Select(static (text, index) => text.Length + $"d-{index}".Length + Encoding.UTF8.GetByteCount("""{"k":"é"}""")).Sum();

        Assert.Equal(pieces.Length, Of(document, new() { MaxStagedBytes = bytes * 2 }).Count);
        Assert.Throws<DocumentRejectedException>(() => Of(document, new() { MaxStagedBytes = bytes - (pieces.Length * 10) }));
    });

    [Fact]
    public void Of_MuchMoreThanTheLimit_StopsSplitting()
    {
        var split = 0;
        var endless = new EndlessChunker(() => split++);

        Assert.Throws<DocumentRejectedException>(() => new DocumentChunks(endless, new() { MaxChunksPerDocument = 10 }).Of("d", SourceDocument.OfText("x"), CancellationToken.None));
        Assert.Equal(11, split);
    }

    [Fact]
    public void Of_WorkIsCancelled_StopsSplitting()
    {
        using var cancel = new CancellationTokenSource();
        var endless = new EndlessChunker(cancel.Cancel);

        Assert.Throws<OperationCanceledException>(() => new DocumentChunks(endless, new()).Of("d", SourceDocument.OfText("x"), cancel.Token));
    }

    [Theory]
    [InlineData("a", "a", "two chunks")]
    [InlineData("a", "", "no id")]
    public void Of_ReadyChunksWithWrongIds_AreRejected(string first, string second, string reason)
    {
        var document = SourceDocument.OfChunks([new Chunk { Id = first }, new Chunk { Id = second }]);

        Assert.Contains(reason, Assert.Throws<DocumentRejectedException>(() => Of(document, new())).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Chunk> Of(SourceDocument document, SourceWorkerOptions options) =>
        new DocumentChunks(new BarChunker(), options).Of("d", document, CancellationToken.None);

    private sealed class EndlessChunker(Action each) : ITextChunker
    {
        public IEnumerable<string> Split(string text)
        {
            while (true)
            {
                each();
                yield return text;
            }
        }
    }
}
