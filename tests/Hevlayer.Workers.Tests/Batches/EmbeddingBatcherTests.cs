using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class EmbeddingBatcherTests
{
    [Fact]
    public void Embed_TextsOfManyDocuments_ShareBatches()
    {
        var bench = new BatchBench(static options => options.MaxBatchItems = 4);

        var one = bench.Embed("a", "bb", "ccc");
        var two = bench.Embed("dddd", "eeeee", "f");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(["a,bb,ccc,dddd", "eeeee,f"], bench.Batches);
        one.AssertIsOf("a", "bb", "ccc");
        two.AssertIsOf("dddd", "eeeee", "f");
    }

    [Fact]
    public void Embed_BatchIsNotFull_WaitsForTheDelay()
    {
        var bench = new BatchBench(static options => options.MaxBatchDelay = TimeSpan.FromMilliseconds(500));

        bench.Embed("a");
        bench.Run(TimeSpan.FromMilliseconds(300));
        var later = bench.Embed("b");
        bench.Run(TimeSpan.FromMilliseconds(199));
        Assert.Empty(bench.Batches);
        bench.Run(TimeSpan.FromMilliseconds(1));

        Assert.Equal(["a,b"], bench.Batches);
        bench.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromMilliseconds(600), later.EndedAt);
    }

    [Fact]
    public void Embed_BatchIsFull_WaitsForNothing()
    {
        var bench = new BatchBench(static options =>
        {
            options.MaxBatchItems = 2;
            options.MaxBatchDelay = TimeSpan.FromSeconds(30);
        });

        bench.Embed("a");
        bench.Embed("b");

        Assert.Equal(["a,b"], bench.Batches);
    }

    [Fact]
    public void Embed_EachDocumentAtOneTimeIsHere_WaitsForNobody()
    {
        var bench = new BatchBench(static options => options.MaxBatchDelay = TimeSpan.FromSeconds(30), documents: 3);

        bench.Embed("a");
        bench.Embed("b", "c");
        bench.Run(TimeSpan.FromSeconds(1));
        Assert.Empty(bench.Batches);
        bench.Embed("d");

        Assert.Equal(["a,b,c,d"], bench.Batches);
    }

    [Fact]
    public void Embed_DocumentsOfTheLastBatchAreGone_NewOnesAreWaitedFor()
    {
        var bench = new BatchBench(static options => options.MaxBatchDelay = TimeSpan.FromSeconds(30), documents: 2);
        bench.Embed("a");
        bench.Embed("b");
        bench.Run(TimeSpan.FromSeconds(1));

        bench.Embed("c");
        bench.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(["a,b"], bench.Batches);
        bench.Embed("d");

        Assert.Equal(["a,b", "c,d"], bench.Batches);
    }

    [Fact]
    public void Embed_Bytes_AreCountedAsUtf8()
    {
        var bench = new BatchBench(static options => options.MaxBatchBytes = 6);

        bench.Embed("äää", "b");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(["äää", "b"], bench.Batches);
    }

    [Fact]
    public void Embed_Tokens_AreCountedAsTheOptionsSay()
    {
        var bench = new BatchBench(static options =>
        {
            options.MaxBatchTokens = 3;
            options.CountTokens = static text => text.Split(' ').Length;
        });

        bench.Embed("one two", "three", "four");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(["one two,three", "four"], bench.Batches);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Embed_ManyBatches_AsManyRunAtOneTimeAsTheOptionsSay(int limit)
    {
        var bench = new BatchBench(options =>
        {
            options.MaxBatchItems = 1;
            options.MaxConcurrentBatches = limit;
        });

        var embedded = bench.Embed([.. Enumerable.Range(0, 20).Select(static number => new string('x', number))]);
        bench.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(limit, bench.Generator.MostRunning);
        Assert.Equal(TimeSpan.FromMilliseconds(100 * Math.Ceiling(20.0 / limit)), embedded.EndedAt);
    }

    [Fact]
    public void Embed_TextThatFitsIntoNoBatch_IsRejectedAtOnceAndHoldsNobodyUp()
    {
        var bench = new BatchBench(static options => options.MaxBatchBytes = 10);

        var sound = bench.Embed("a");
        var oversize = bench.Embed("b", "far too long for a batch");
        Assert.Equal("Chunk 1 has 24 bytes, and a batch takes at most 10.", Assert.IsType<DocumentRejectedException>(oversize.Error).Message);
        bench.Run(TimeSpan.FromSeconds(1));

        sound.AssertIsOf("a");
        Assert.Equal(["a"], bench.Batches);
    }

    [Fact]
    public void Embed_Alone_SharesNoBatch()
    {
        var bench = new BatchBench();

        bench.Embed("a");
        bench.Embed(["b", "c"], isAlone: true, CancellationToken.None);
        bench.Embed("d");
        bench.Embed("e");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(["a", "b,c", "d,e"], bench.Batches);
    }

    [Fact]
    public void Embed_CancelledWhileItWaits_IsNotEmbedded()
    {
        var bench = new BatchBench();
        using var cancel = new CancellationTokenSource();
        var unwanted = bench.Embed(["a", "b"], isAlone: false, cancel.Token);
        var wanted = bench.Embed("c");

        bench.Do(cancel.Cancel);
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(["c"], bench.Batches);
        Assert.Equal(cancel.Token, Assert.IsAssignableFrom<OperationCanceledException>(unwanted.Error).CancellationToken);
        wanted.AssertIsOf("c");
    }

    [Fact]
    public void Embed_CancelledWhileOthersShareTheBatch_OthersGetTheirVectors()
    {
        var bench = new BatchBench();
        using var cancel = new CancellationTokenSource();
        var unwanted = bench.Embed(["a"], isAlone: false, cancel.Token);
        var wanted = bench.Embed("b");
        bench.Run(TimeSpan.FromMilliseconds(50));

        bench.Do(cancel.Cancel);
        bench.Run(TimeSpan.FromMilliseconds(1));
        Assert.IsAssignableFrom<OperationCanceledException>(unwanted.Error);
        Assert.Equal(1, bench.Generator.Running);
        bench.Run(TimeSpan.FromSeconds(1));

        wanted.AssertIsOf("b");
    }

    [Fact]
    public void Embed_EverybodyInTheBatchIsCancelled_CancelsTheBatch()
    {
        var bench = new BatchBench();
        bench.Generator.Time = TimeSpan.FromSeconds(30);
        using var cancel = new CancellationTokenSource();
        bench.Embed(["a"], isAlone: false, cancel.Token);
        bench.Embed(["b"], isAlone: false, cancel.Token);
        bench.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(1, bench.Generator.Running);

        bench.Do(cancel.Cancel);
        bench.Run(TimeSpan.FromMilliseconds(1));

        Assert.Equal(0, bench.Generator.Running);
        bench.Generator.Time = TimeSpan.FromMilliseconds(10);
        var next = bench.Embed("c");
        bench.Run(TimeSpan.FromSeconds(1));
        next.AssertIsOf("c");
    }

    [Fact]
    public void Embed_TokenIsCancelledAlready_TakesNoPlace()
    {
        var bench = new BatchBench();

        var embedded = bench.Embed(["a"], isAlone: false, new CancellationToken(canceled: true));
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.IsAssignableFrom<OperationCanceledException>(embedded.Error);
        Assert.Empty(bench.Batches);
    }

    [Fact]
    public void Embed_AnyDocuments_EachGetsItsVectorsInOrderAndNoBatchIsTooLarge() =>
        Gen.Select(
            Gen.Select(Gen.String[Gen.Char['a', 'z'], 0, 12].Array[1, 8], Gen.Bool, Gen.Int[0, 60]).Array[1, 15],
            Gen.Int[1, 8],
            Gen.Int[12, 40],
            Gen.Int[1, 3]).Sample(static (documents, items, bytes, concurrent) =>
            {
                var bench = new BatchBench(options =>
                {
                    options.MaxBatchItems = items;
                    options.MaxBatchBytes = bytes;
                    options.MaxConcurrentBatches = concurrent;
                });
                var embedded = new List<Embedded>();
                foreach (var (texts, isAlone, pause) in documents)
                {
                    embedded.Add(bench.Embed(texts, isAlone, CancellationToken.None));
                    bench.Run(TimeSpan.FromMilliseconds(pause));
                }

                bench.Run(TimeSpan.FromMinutes(1));

                Assert.All(embedded.Zip(documents), static pair => pair.First.AssertIsOf(pair.Second.Item1));
                Assert.All(bench.Generator.Batches, batch => Assert.True(batch.Count <= items && batch.Sum(static text => text.Length) <= bytes));
                Assert.Equal(documents.Sum(static document => document.Item1.Length), bench.Generator.Batches.Sum(static batch => batch.Count));
                Assert.InRange(bench.Generator.MostRunning, 1, concurrent);
            });
}
