using System.Text;
using CsCheck;

namespace Hevlayer.Quickstart.Tests;

public sealed class DocumentIdTests
{
    [Fact]
    public void LongName_IsShortenedToItsEndAndAHash() =>
        Assert.Equal(
            "he/knowledge/base/with-files.md~",
            DocumentId.ForPart("a/very/deep/tree/of/folders/in/the/knowledge/base/with-files.md", 1)[..^16]);

    [Fact]
    public void Ids_OfChunks_FitIntoTheRowIdsOfAVectorStore() =>
        Gen.Select(Gen.String, Gen.Int[1, 99_999], Gen.Int[1, 64]).Sample((name, part, number) =>
            Encoding.UTF8.GetByteCount(DocumentId.ForChunk(DocumentId.ForPart(name, part), number)) <= 64);

    [Fact]
    public void Ids_OfDifferentLongNames_Differ()
    {
        var tail = new string('x', 60);

        Assert.NotEqual(DocumentId.ForPart($"a/{tail}.md", 1), DocumentId.ForPart($"b/{tail}.md", 1));
    }

    [Fact]
    public void Id_OfALongNameInAnotherScript_IsWholeCharacters() =>
        Assert.DoesNotContain('\ufffd', DocumentId.ForPart(string.Concat(Enumerable.Repeat("漢字", 40)) + ".md", 1));
}
