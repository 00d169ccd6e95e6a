using System.Diagnostics;

namespace Hevlayer.Workers.Tests;

/// <summary>Sixteen times the text takes about sixteen times as long; with a square in it, it would be 256 times.</summary>
public sealed class ChunkerTimeTests
{
    private const int Short = 128 * 1024;
    private const int Growth = 16;
    private const int Allowed = 5 * Growth;
    private const int Rounds = 3;

    // On a busy machine a comparison may come out wrong; what takes the square of the time never comes out right.
    private static readonly IEnumerable<int> Tries = Enumerable.Range(0, 10);

    [Theory]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("\r\n")]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("”")]
    [InlineData("a ")]
    [InlineData("漢")]
    [InlineData("漢。")]
    [InlineData("😀")]
    [InlineData("A sentence of some words, as they come.\n\n")]
    public void TimeOfSplitting_GrowsAsTheText(string unit)
    {
        ITextChunker chunker = new SentenceChunker();

        Assert.Contains(Tries, _ => Fastest(chunker, Text(unit, Short * Growth)) / Fastest(chunker, Text(unit, Short)) <= Allowed);
    }

    [Fact]
    public void TimeOfCuttingAtOneSize_GrowsAsTheText()
    {
        ITextChunker chunker = new FixedSizeChunker();

        Assert.Contains(Tries, _ => Fastest(chunker, Text("x", Short * Growth)) / Fastest(chunker, Text("x", Short)) <= Allowed);
    }

    // The fastest of some rounds says least about the other programs of the machine.
    private static double Fastest(ITextChunker chunker, string text) =>
        Enumerable.Range(0, Rounds).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            var length = chunker.Split(text).Sum(piece => piece.Length);
            Assert.InRange(length, 0, 2 * text.Length);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        });

    private static string Text(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));
}
