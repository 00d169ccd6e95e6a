using System.Globalization;
using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class ChunkIdsTests
{
    [Theory]
    [InlineData("doc", 0, "doc-0")]
    [InlineData("a/b c#1", 12, "a/b c#1-12")]
    [InlineData("doc-1", 1, "doc-1-1")]
    [InlineData("商品", int.MaxValue, "商品-2147483647")]
    public void Id_IsTheDocumentsAndThePlace(string documentId, int index, string id) =>
        Assert.Equal(id, ChunkIds.Create(documentId, index));

    [Fact]
    public void Id_IsTheSameInEveryCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("en-US", useUserOverride: false)
            {
                NumberFormat = { NegativeSign = "~", NumberGroupSeparator = "'", DigitSubstitution = DigitShapes.NativeNational },
            };
            Assert.Equal("doc-1234567", ChunkIds.Create("doc", 1234567));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Ids_OfTheChunksOfADocument_Differ() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Sample((first, second) =>
            (ChunkIds.Create("doc", first) == ChunkIds.Create("doc", second)) == (first == second));

    [Fact]
    public void EmptyDocumentId_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ChunkIds.Create(string.Empty, 0));
        Assert.Throws<ArgumentNullException>(() => ChunkIds.Create(null!, 0));
    }

    [Fact]
    public void NegativePlace_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChunkIds.Create("doc", -1));
}
