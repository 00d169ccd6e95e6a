namespace Hevlayer.Benchmarks.Tests;

public sealed class RateLimitTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(50);

    /// <summary>A batch of 64 takes 26.4 ms and holds the texts of 8 documents.</summary>
    [Fact]
    public void Of_HalfOfTheDocumentsInABatchAndShortCalls_TheModelIsTheLimit() =>
        Assert.Equal(8 / 0.0264, RateLimit.Of(WorkerChoice.Half(16, Short), Short), 6);

    /// <summary>A batch of 128 takes 32.8 ms, and has the texts of all 16 documents that have places.</summary>
    [Fact]
    public void Of_AllDocumentsInOneBatch_ThePlacesAreTheLimit() =>
        Assert.Equal(16 / 0.0328, RateLimit.Of(WorkerChoice.Whole(16, Short), Short), 6);

    /// <summary>What is read and asked for meanwhile takes no place.</summary>
    [Fact]
    public void Of_OneDocumentAtATime_IsItsBatchAlone() =>
        Assert.Equal(1 / 0.0208, RateLimit.Of(WorkerChoice.Whole(1, Long), Long), 6);

    [Fact]
    public void Of_ManyDocumentsAtOneTime_TheClaimsAreTheLimit() =>
        Assert.Equal(320, RateLimit.Of(WorkerChoice.Whole(128, Long), Long), 6);

    [Fact]
    public void Documents_AreWholeClaims() =>
        Assert.Equal(48, new WorkerPlan(TimeSpan.FromSeconds(4), 1).Documents(8.1));
}
