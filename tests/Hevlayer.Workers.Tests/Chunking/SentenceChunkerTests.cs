namespace Hevlayer.Workers.Tests;

public sealed class SentenceChunkerTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u3000")]
    public void TextWithoutContent_HasNoPieces(string text) => Assert.Empty(Split(text, 10));

    [Theory]
    [InlineData("short", "short")]
    [InlineData("  around it \n", "around it")]
    [InlineData("One. Two.\n\nThree.", "One. Two.\n\nThree.")]
    public void TextThatFits_IsOnePiece(string text, string piece) => Assert.Equal([piece], Split(text, 30));

    [Theory]
    [InlineData("One paragraph here.\n\nAnother. One that is longer", "One paragraph here.", "Another. One that is longer")]
    [InlineData("One paragraph here.\r\n \r\nAnother. One that is longer", "One paragraph here.", "Another. One that is longer")]
    [InlineData("A first sentence stands. Then a second one follows", "A first sentence stands.", "Then a second one follows")]
    [InlineData("Is it so? Yes! And this one is as long as it may be", "Is it so? Yes!", "And this one is as long as it may be")]
    [InlineData("He said \"it is so.\" Then he left the room for good", "He said \"it is so.\"", "Then he left the room for good")]
    [InlineData("It was so late… Then he left the room for good.", "It was so late…", "Then he left the room for good.")]
    [InlineData("He waited... Nobody came to open the door for him.", "He waited...", "Nobody came to open the door for him.")]
    [InlineData("one line of that list\nanother line of the same list", "one line of that list", "another line of the same list")]
    [InlineData("many words without any end of a sentence in them", "many words without any end of a", "sentence in them")]
    [InlineData("Versions such as 3.14159 are not the end of anything", "Versions such as 3.14159 are not the", "end of anything")]
    public void TextThatIsTooLong_IsCutAtTheBestPlace(string text, params string[] pieces) => Assert.Equal(pieces, Split(text, 37));

    [Theory]
    [InlineData("We saw J. Doe. And then the others came.", "We saw J. Doe.", "And then the others came.")]
    [InlineData("We met the U.S. Navy. And then the rest came.", "We met the U.S. Navy.", "And then the rest came.")]
    [InlineData("It has approx. five. And then the rest came.", "It has approx. five.", "And then the rest came.")]
    [InlineData("So it ends. 1. And so this one starts anew.", "So it ends.", "1. And so this one starts anew.")]
    public void DotOfAnAbbreviationOrANumber_EndsNoSentence(string text, params string[] pieces) => Assert.Equal(pieces, Split(text, 31));

    [Theory]
    [InlineData("これは文です。次の文も短い。最後の文。", "これは文です。", "次の文も短い。最後の文。")]
    [InlineData("本当ですか？はい、本当です！ではまた。", "本当ですか？", "はい、本当です！ではまた。")]
    [InlineData("「これは文。」「次の文も短い。」最後の文", "「これは文。」", "「次の文も短い。」最後の文")]
    [InlineData("句点のない文字の列はどこでも切れます", "句点のない文字の列はどこ", "でも切れます")]
    public void TextWithoutSpaces_IsCutAtItsOwnMarks(string text, params string[] pieces) =>
        Assert.Equal(pieces, Split(text, pieces.Max(piece => piece.Length)));

    [Fact]
    public void SentenceThatIsTooLong_IsCutAtWords() =>
        Assert.Equal(
            ["Short one.", "This sentence is", "too long for any", "piece at all.", "End."],
            Split("Short one. This sentence is too long for any piece at all. End.", 17));

    [Fact]
    public void ShortBeginning_StaysWithTheSentenceThatIsCutAnyway() =>
        Assert.Equal(["Hm. It is of such a", "length that it must be", "cut."], Split("Hm. It is of such a length that it must be cut.", 22));

    [Fact]
    public void LongBeginning_EndsBeforeTheSentenceThatIsCutAnyway() =>
        Assert.Equal(["Hm, it is so.", "It is of such a length", "that it must be cut."], Split("Hm, it is so. It is of such a length that it must be cut.", 22));

    [Fact]
    public void WordThatIsTooLong_IsCutAtCharacters() =>
        Assert.Equal(["see", "abcdefgh", "ijklmnop", "qr then"], Split("see abcdefghijklmnopqr then", 8));

    [Fact]
    public void CharacterOfTwoHalves_IsNeverCut() =>
        Assert.Equal(["😀", "😀x", "😀y"], Split("😀😀x😀y", 3));

    [Fact]
    public void Pieces_RepeatTheSentenceBefore_WhereItIsShortEnough() =>
        Assert.Equal(
            ["First sentence. Second one.", "Second one. Third sentence.", "Third sentence. Fourth one."],
            Split("First sentence. Second one. Third sentence. Fourth one.", 30, overlap: 15));

    [Fact]
    public void Pieces_RepeatWords_WhereNoSentenceBeginsCloseEnough() =>
        Assert.Equal(
            ["one two three four", "four five six seven", "seven eight nine"],
            Split("one two three four five six seven eight nine", 19, overlap: 6));

    [Fact]
    public void Pieces_RepeatNothing_WhereTheNextSentenceNeedsTheRoom() =>
        Assert.Equal(
            ["It is short.", "This one takes all there is."],
            Split("It is short. This one takes all there is.", 28, overlap: 27));

    [Fact]
    public void Pieces_RepeatNothingOfAWordThatIsCut() =>
        Assert.Equal(["abcdefgh", "ijklmnop", "qr"], Split("abcdefghijklmnopqr", 8, overlap: 7));

    [Fact]
    public void LongText_IsCutByTheDefaults()
    {
        var text = string.Join(' ', Enumerable.Repeat("All work and no play makes a dull text.", 500));

        var pieces = new SentenceChunker().Split(text).ToList();

        // 20 sentences and their spaces are 799 characters; 2 of them are repeated.
        Assert.All(pieces.SkipLast(1), piece => Assert.Equal(799, piece.Length));
        Assert.Equal(28, pieces.Count);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(10, -1)]
    [InlineData(10, 10)]
    [InlineData(10, 11)]
    public void LengthsThatMakeNoSense_AreRefused(int maxLength, int overlap)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Split("text", maxLength, overlap));

        Assert.Contains(overlap == 0 ? "MaxLength" : "Overlap", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LargestLengths_GiveOnePiece() =>
        Assert.Equal(["One. Two."], Split("One. Two.", int.MaxValue, int.MaxValue - 1));

    [Fact]
    public void NoText_IsRefusedBeforeThePiecesAreRead() =>
        Assert.Throws<ArgumentNullException>(() => new SentenceChunker().Split(null!));

    private static IEnumerable<string> Split(string text, int maxLength, int overlap = 0) =>
        new SentenceChunker(new() { MaxLength = maxLength, Overlap = overlap }).Split(text);
}
