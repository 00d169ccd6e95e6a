using CsCheck;

namespace Hevlayer.Quickstart.Tests;

public sealed class TextChunkerTests
{
    private static readonly string[] Pieces =
        ["a", "word ", "Sentence ends. ", "Really? ", "line\n", "\n\n", "\r\n\r\n", "\t", "😀", "𝒳𝒴", "漢字。", "é", "\ud83d", "\ude00", "\u0301"];

    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]), Gen.String).Array[0, 120].Select(string.Concat);

    private static readonly Gen<(string Text, int MaxLength)> Cases = Gen.Select(Texts, Gen.Int[2, 60]);

    [Fact]
    public void Chunks_PutTogether_AreTheWholeText() =>
        Cases.Sample(sample => string.Concat(Cut(sample.Text, sample.MaxLength)) == sample.Text);

    [Fact]
    public void Chunks_HaveSomeTextAndNeverTooMuch() =>
        Cases.Sample(sample => Cut(sample.Text, sample.MaxLength).All(chunk => chunk.Length > 0 && chunk.Length <= sample.MaxLength));

    [Fact]
    public void Chunks_NeverSplitASurrogatePair() =>
        Cases.Sample(sample => Cut(sample.Text, sample.MaxLength) is var chunks
            && chunks.Zip(chunks.Skip(1)).All(pair => !(char.IsHighSurrogate(pair.First[^1]) && char.IsLowSurrogate(pair.Second[0]))));

    [Fact]
    public void Chunks_OfTheSameText_AreTheSameHoweverItArrives() =>
        Gen.Select(Cases, Gen.Int[1, 7]).Sample((sample, size) =>
            Cut(new TricklingReader(sample.Text, size), sample.MaxLength).SequenceEqual(Cut(sample.Text, sample.MaxLength)));

    [Fact]
    public void LongText_IsCutInChunksOfAtLeastHalfTheSize()
    {
        var text = string.Concat(Enumerable.Repeat("All work and no play makes a dull text. ", 500));

        var chunks = Cut(text, 800);

        Assert.All(chunks.SkipLast(1), chunk => Assert.InRange(chunk.Length, 400, 800));
    }

    [Theory]
    [InlineData("One paragraph here.\n\nAnother. One that is longer", "One paragraph here.\n\n")]
    [InlineData("One paragraph here.\r\n\r\nAnother. One that is longer", "One paragraph here.\r\n\r\n")]
    [InlineData("A first sentence stands. Then a second one follows it", "A first sentence stands. ")]
    [InlineData("He said \"it is so.\" Then he left the room for good", "He said \"it is so.\" ")]
    [InlineData("a line of a list\nanother line of the same list here", "a line of a list\n")]
    [InlineData("many words without any end of a sentence in them", "many words without any end of a ")]
    [InlineData("Versions such as 3.14159 are not the end of anything", "Versions such as 3.14159 are not ")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyzabcdefghi")]
    public void Chunk_EndsAtTheBestPlaceInItsSecondHalf(string text, string first) =>
        Assert.Equal(first, Cut(text, 35)[0]);

    [Fact]
    public void EmptyText_HasNoChunks() => Assert.Empty(Cut(string.Empty, 800));

    private static List<string> Cut(string text, int maxLength) => Cut(new StringReader(text), maxLength);

    private static List<string> Cut(TextReader reader, int maxLength) =>
        new TextChunker(maxLength).CutAsync(reader, CancellationToken.None).ToBlockingEnumerable().ToList();

    /// <summary>Gives a few characters at a time, as a slow disk may.</summary>
    private sealed class TricklingReader(string text, int size) : StringReader(text)
    {
        public override ValueTask<int> ReadBlockAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            var total = 0;
            while (total < buffer.Length && Read(buffer.Span[total..Math.Min(buffer.Length, total + size)]) is > 0 and var count)
            {
                total += count;
            }

            return ValueTask.FromResult(total);
        }
    }
}
