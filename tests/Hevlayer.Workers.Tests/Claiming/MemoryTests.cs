using CsCheck;

namespace Hevlayer.Workers.Tests;

/// <summary>Whatever the queue holds, a worker keeps no more of it than its options say.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void Limits_DocumentsOfAnySize_AreNeverExceeded() =>
        Gen.Select(
            Gen.Int[0, 3_000].Array[1, 40],
            Gen.Int[1, 6],
            Gen.Int[0, 10],
            Gen.Int[1, 12],
            Gen.Int[400, 20_000]).Sample(
            static (sizes, places, ahead, claim, bytes) =>
            {
                var watched = new WatchedMemory(sizes, options =>
                {
                    options.MaxConcurrentDocuments = places;
                    options.MaxHeldDocuments = places + ahead;
                    options.ClaimLimit = claim;
                    options.MaxBufferedBytes = bytes;
                });

                watched.Run();

                Assert.InRange(watched.MostHandlers, 1, places);
                Assert.InRange(watched.MostHeld, 1, places + ahead);
                Assert.All(watched.TakenAtReads, taken => Assert.InRange(taken, 0, bytes));
            },
            iter: 100);

    [Fact]
    public void Handlers_ThereIsRoom_WorkSideBySide()
    {
        var watched = new WatchedMemory(Enumerable.Repeat(100, 40), static options => options.MaxConcurrentDocuments = 6);

        watched.Run();

        Assert.Equal(6, watched.MostHandlers);
        Assert.True(watched.MostHeld > 6, "Nothing is claimed ahead.");
    }

    [Fact]
    public void Document_LargerThanTheLimit_IsWorkedOnAlone()
    {
        // The first one tells how large documents may be; from then on each large one waits until it is alone.
        var watched = new WatchedMemory([50_000, 100, 50_000, 100, 100, 50_000], static options => options.MaxBufferedBytes = 20_000);

        watched.Run();

        Assert.Equal(6, watched.Completed);
        Assert.All(watched.TakenWithLarge, static taken => Assert.Equal(1, taken));
    }

    [Fact]
    public void Documents_AfterAHugeOne_AreWorkedOnSideBySideAgain()
    {
        var watched = new WatchedMemory([.. Enumerable.Repeat(50_000, 1), .. Enumerable.Repeat(100, 200)], static options => options.MaxBufferedBytes = 80_000);

        watched.Run();

        Assert.True(watched.HandlersAtEnd > 8, $"Only {watched.HandlersAtEnd} at a time.");
    }
}
