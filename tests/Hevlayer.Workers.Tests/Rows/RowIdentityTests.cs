using System.Text;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>Ids of rows tell what the rows are made of, and fit into every vector store.</summary>
public sealed class RowIdentityTests
{
    private static readonly string Plain = RowIdentity.Of("document", "model", "text", 0);

    [Fact]
    public void Id_OfTheSame_IsTheSame() => Assert.Equal(Plain, RowIdentity.Of("document", "model", "text", 0));

    [Theory]
    [InlineData("document2", "model", "text", 0)]
    [InlineData("document", "model2", "text", 0)]
    [InlineData("document", "model", "text2", 0)]
    [InlineData("document", "model", "text", 1)]
    [InlineData("documentm", "odel", "text", 0)]
    [InlineData("document", "modelt", "ext", 0)]
    public void Id_OfAnythingElse_IsAnother(string document, string embedder, string text, int occurrence) =>
        Assert.NotEqual(Plain, RowIdentity.Of(document, embedder, text, occurrence));

    /// <summary>Ids that are written down somewhere must still be found after an update.</summary>
    [Fact]
    public void Id_OfAKnownRow_NeverChanges() => Assert.Equal("document-rb_kv7SM5CdAHEPKx2V2oQ", Plain);

    [Theory]
    [InlineData("d", 200)]
    [InlineData("ü", 60)]
    [InlineData("𝄞", 30)]
    public void Id_OfALongDocumentId_FitsAndEndsAtAWholeCharacter(string character, int count)
    {
        var document = string.Concat(Enumerable.Repeat(character, count));

        var id = RowIdentity.Of(document, "model", "text", 0);

        Assert.InRange(Encoding.UTF8.GetByteCount(id), RowIdentity.MaxBytes - 3, RowIdentity.MaxBytes);
        Assert.StartsWith(id[..^23], document, StringComparison.Ordinal);
        Assert.NotEqual(id, RowIdentity.Of(document + "2", "model", "text", 0));
    }
}
