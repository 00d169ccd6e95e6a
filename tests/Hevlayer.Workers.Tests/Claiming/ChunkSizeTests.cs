using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class ChunkSizeTests
{
    [Fact]
    public void Of_Chunks_CountsTwoBytesACharacterAndTheObjects()
    {
        Assert.Equal(0, ChunkSize.Of([]));
        Assert.Equal(96 + 2, ChunkSize.Of([new() { Id = "a" }]));
        Assert.Equal((2 * 96) + (2 * 8), ChunkSize.Of([new() { Id = "a", Text = "text" }, new() { Id = "bcd", Text = string.Empty }]));
    }

    [Fact]
    public void Expect_AnySizes_IsNeverLessThanTheLastAndNeverMoreThanTheLargest() => Gen.Long[0, 1_000_000].Array[1, 50].Sample(static sizes =>
    {
        long expected = 0;
        foreach (var size in sizes)
        {
            expected = ChunkSize.Expect(expected, size);
            Assert.InRange(expected, size, sizes.Max());
        }
    });

    [Fact]
    public void Expect_SmallOnesAfterAHugeOne_ForgetsTheHugeOne()
    {
        var expected = ChunkSize.Expect(1_000, 10_000_000);
        Assert.Equal(10_000_000, expected);

        for (var document = 0; document < 60; document++)
        {
            expected = ChunkSize.Expect(expected, 1_000);
        }

        Assert.InRange(expected, 1_000, 5_000);
    }
}
