namespace Hevlayer.Indexer.Tests;

public sealed class MeanPoolingTests
{
    [Fact]
    public void Mean_TakesTheTokensThatCount()
    {
        var batch = new TokenBatch([[7, 7], [7]], padding: 0);

        var vectors = MeanPooling.Pool([6, 0, 0, 8, /**/ 0, 2, 99, 99], batch, dimension: 2);

        Assert.Equal([0.6f, 0.8f], vectors[0]);
        Assert.Equal([0f, 1f], vectors[1]);
    }

    [Fact]
    public void NothingToMeasure_StaysZero()
    {
        var batch = new TokenBatch([[7], []], padding: 0);

        var vectors = MeanPooling.Pool([0, 0, 5, 5], batch, dimension: 2);

        Assert.All(vectors, vector => Assert.Equal([0f, 0f], vector));
    }

    [Fact]
    public void Batch_FillsShortRowsWithWhatDoesNotCount()
    {
        var batch = new TokenBatch([[2, 9, 3], [2, 3]], padding: 11);

        Assert.Equal((2, 3), (batch.Count, batch.Length));
        Assert.Equal([2L, 9, 3, 2, 3, 11], batch.InputIds);
        Assert.Equal([1L, 1, 1, 1, 1, 0], batch.AttentionMask);
        Assert.Equal(new long[6], batch.TokenTypeIds);
    }
}
