using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class FixedSizeChunkerTests
{
    private static readonly Gen<(string Text, int Size)> Cases = Gen.Select(AnyText.Texts, Gen.Int[2, 60]);

    [Theory]
    [InlineData("", 3, new string[0])]
    [InlineData("ab", 3, new[] { "ab" })]
    [InlineData("abc", 3, new[] { "abc" })]
    [InlineData("abcd", 3, new[] { "abc", "d" })]
    [InlineData("abcdefg", 3, new[] { "abc", "def", "g" })]
    [InlineData("  \n ", 3, new[] { "  \n", " " })]
    [InlineData("a😀b", 2, new[] { "a", "😀", "b" })]
    [InlineData("ab😀😀", 3, new[] { "ab", "😀", "😀" })]
    [InlineData("😀😀😀", 4, new[] { "😀😀", "😀" })]
    [InlineData("abe\u0301", 3, new[] { "abe", "\u0301" })]
    [InlineData("ab\r\n", 3, new[] { "ab\r", "\n" })]
    public void Text_IsCutAtTheSize_ExceptInsideASurrogatePair(string text, int size, string[] pieces) =>
        Assert.Equal(pieces, new FixedSizeChunker(size).Split(text));

    // An attribute cannot hold half a pair.
    [Fact]
    public void HalfASurrogatePair_IsACharacterLikeAnyOther()
    {
        Assert.Equal(["ab\ud83d"], new FixedSizeChunker(3).Split("ab\ud83d"));
        Assert.Equal(["ab\ud83d", "c"], new FixedSizeChunker(3).Split("ab\ud83dc"));
        Assert.Equal(["ab\ude00", "\ud83d"], new FixedSizeChunker(3).Split("ab\ude00\ud83d"));
        Assert.Equal(["ab\ud83d", "\ud83d\ude00"], new FixedSizeChunker(4).Split("ab\ud83d\ud83d\ude00"));
    }

    [Fact]
    public void Pieces_HaveTheSizeOfTheGuideByDefault() =>
        Assert.Equal([800, 800, 400], new FixedSizeChunker().Split(new string('x', 2000)).Select(piece => piece.Length));

    [Fact]
    public void Pieces_PutTogether_AreTheText() =>
        Cases.Sample(sample => string.Concat(new FixedSizeChunker(sample.Size).Split(sample.Text)) == sample.Text);

    [Fact]
    public void Pieces_AreOneShortOfTheSizeAtMost() =>
        Cases.Sample(sample =>
        {
            var pieces = new FixedSizeChunker(sample.Size).Split(sample.Text).ToList();
            return pieces.All(piece => piece.Length > 0 && piece.Length <= sample.Size)
                && pieces.SkipLast(1).All(piece => piece.Length >= sample.Size - 1);
        });

    [Fact]
    public void Pieces_NeverSplitASurrogatePair() =>
        Cases.Sample(sample => new FixedSizeChunker(sample.Size).Split(sample.Text).ToList() is var pieces
            && pieces.Zip(pieces.Skip(1)).All(pair => !char.IsSurrogatePair(pair.First[^1], pair.Second[0])));

    [Fact]
    public void Pieces_OfTheSameText_AreTheSame() =>
        Cases.Sample(sample => new FixedSizeChunker(sample.Size) is var chunker
            && chunker.Split(sample.Text).SequenceEqual(chunker.Split(sample.Text)));

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-800)]
    public void Size_ThatSomeCharactersExceed_IsRefused(int size)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new FixedSizeChunker(size));

        Assert.Equal("size", exception.ParamName);
    }

    [Fact]
    public void LargestSize_GivesOnePiece() =>
        Assert.Equal(["abc"], new FixedSizeChunker(int.MaxValue).Split("abc"));

    [Fact]
    public void NoText_IsRefusedBeforeThePiecesAreRead() =>
        Assert.Throws<ArgumentNullException>(() => new FixedSizeChunker().Split(null!));
}
