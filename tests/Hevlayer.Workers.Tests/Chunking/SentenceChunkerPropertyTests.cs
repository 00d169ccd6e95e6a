using System.Text;
using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class SentenceChunkerPropertyTests
{
    private static readonly Gen<SentenceChunkerOptions> Lengths =
        Gen.Int[2, 60].SelectMany(max => Gen.Int[0, max - 1].Select(overlap => new SentenceChunkerOptions { MaxLength = max, Overlap = overlap }));

    private static readonly Gen<(string Text, SentenceChunkerOptions Options)> Cases = Gen.Select(AnyText.Texts, Lengths);

    private static readonly Gen<string> Word = Gen.Int[1, 12].Select(length => new string('w', length));

    private static readonly Gen<string[]> Sentences =
        Gen.Select(Word.Array[0, 8], AnyText.OneOf(".", "!", "?", "…", ".”", "?)", "..."))
            .Array[1, 25]
            .Select(sentences => sentences.Select((sentence, index) => $"S{index}x {string.Concat(sentence.Item1.Select(word => word + " "))}end{sentence.Item2}").ToArray());

    [Fact]
    public void Pieces_HoldAllTheTextInItsOrder_AndRepeatNoMoreThanAllowed() =>
        Cases.Sample(sample => Assert.Null(PieceCheck.Fault(sample.Text, Split(sample), sample.Options.Overlap)));

    [Fact]
    public void Pieces_HaveSomeTextAndNeverTooMuch() =>
        Cases.Sample(sample => Split(sample).All(piece => !string.IsNullOrWhiteSpace(piece) && piece.Length <= sample.Options.MaxLength));

    [Fact]
    public void Pieces_HaveNoWhiteSpaceAround() =>
        Cases.Sample(sample => Split(sample).All(piece => piece.Trim() == piece));

    [Fact]
    public void Pieces_NeverSplitASurrogatePair() =>
        Cases.Sample(sample =>
        {
            var text = string.Concat(sample.Text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
            return !Split((text, sample.Options)).SelectMany(piece => piece.EnumerateRunes()).Contains(Rune.ReplacementChar);
        });

    [Fact]
    public void Pieces_OfTheSameText_AreTheSame() =>
        Cases.Sample(sample => Split(sample).SequenceEqual(Split(sample)));

    [Fact]
    public void Pieces_WithoutOverlap_HoldEachCharacterOnce() =>
        Cases.Sample(sample =>
            WithoutWhiteSpace(string.Concat(Split((sample.Text, sample.Options with { Overlap = 0 })))) == WithoutWhiteSpace(sample.Text));

    [Fact]
    public void SentenceThatFits_IsWholeInSomePiece() =>
        Gen.Select(Sentences, Gen.Int[120, 400], Gen.Int[0, 119], AnyText.OneOf(" ", "\n", "\n\n", "  ")).Sample((sentences, max, overlap, between) =>
        {
            var pieces = Split((string.Join(between, sentences), new() { MaxLength = max, Overlap = overlap }));
            return sentences.All(sentence => pieces.Any(piece => piece.Contains(sentence, StringComparison.Ordinal)));
        });

    [Fact]
    public void WordThatFits_IsNeverCut() =>
        Gen.Select(Sentences, Gen.Int[12, 60]).Sample((sentences, max) =>
        {
            var text = string.Join(' ', sentences);
            var words = text.Split(' ').ToHashSet();
            return Split((text, new() { MaxLength = max, Overlap = max / 3 })).SelectMany(piece => piece.Split(' ')).All(words.Contains);
        });

    private static List<string> Split((string Text, SentenceChunkerOptions Options) sample) =>
        [.. new SentenceChunker(sample.Options).Split(sample.Text)];

    private static string WithoutWhiteSpace(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
