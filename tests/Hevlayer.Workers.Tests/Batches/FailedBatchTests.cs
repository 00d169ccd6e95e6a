using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Tests;

public sealed class FailedBatchTests
{
    [Fact]
    public void Batch_OneDocumentBreaksIt_FailsAlone()
    {
        var bench = new BatchBench();
        bench.Generator.Script = static (texts, _) => texts.Contains("bad") ? throw new InvalidOperationException("The model choked.") : null;

        var documents = Enumerable.Range(0, 16).Select(number => bench.Embed(number == 5 ? "bad" : $"good{number}")).ToList();
        bench.Run(TimeSpan.FromSeconds(30));

        for (var number = 0; number < 16; number++)
        {
            if (number == 5)
            {
                Assert.Equal("The model choked.", Assert.IsType<InvalidOperationException>(documents[number].Error).Message);
            }
            else
            {
                documents[number].AssertIsOf($"good{number}");
            }
        }

        // Halves until the bad one is alone: 16, 8, 8, 4, 4, 2, 2, 1, 1.
        Assert.Equal([16, 8, 4, 4, 2, 1, 1, 2, 8], bench.Generator.Batches.Select(static batch => batch.Count));
        Assert.Equal(4, bench.Log.Of(LogIds.BatchSplit).Count);
    }

    [Fact]
    public void Batch_DocumentOfManyBatchesBreaksOne_FailsOnce()
    {
        var bench = new BatchBench(static options => options.MaxBatchItems = 2);
        bench.Generator.Script = static (texts, _) => texts.Contains("bad") ? throw new InvalidOperationException("The model choked.") : null;

        var long_ = bench.Embed("a", "b", "c", "bad", "d", "e");
        var other = bench.Embed("f");
        bench.Run(TimeSpan.FromSeconds(10));

        Assert.IsType<InvalidOperationException>(long_.Error);
        other.AssertIsOf("f");

        // What is left of a document that has failed is not embedded.
        Assert.DoesNotContain("d,e", bench.Batches);
    }

    [Fact]
    public void Batch_TakesTooLong_FailsForAllAndIsNotSplit()
    {
        var bench = new BatchBench(static options => options.BatchTimeout = TimeSpan.FromSeconds(5));
        bench.Generator.Time = TimeSpan.FromSeconds(20);

        var one = bench.Embed("a");
        var two = bench.Embed("b");
        bench.Run(TimeSpan.FromSeconds(30));

        Assert.Contains("00:00:05", Assert.IsType<BatchTimeoutException>(one.Error).Message, StringComparison.Ordinal);
        Assert.IsType<BatchTimeoutException>(two.Error);
        Assert.Single(bench.Batches);
        Assert.InRange(one.EndedAt!.Value, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.1));
    }

    [Fact]
    public void Batch_ModelDoesNotListen_IsLeftToItselfAfterTheGrace()
    {
        var bench = new BatchBench(static options => options.BatchTimeout = TimeSpan.FromSeconds(5));
        var never = new TaskCompletionSource<GeneratedEmbeddings<Embedding<float>>>();
        bench.Generator.Script = (texts, _) => texts.Contains("a") ? never.Task : null;

        var hung = bench.Embed("a");
        bench.Run(TimeSpan.FromSeconds(1));
        var waiting = bench.Embed("b");
        bench.Run(TimeSpan.FromSeconds(10));

        Assert.IsType<BatchTimeoutException>(hung.Error);
        Assert.InRange(hung.EndedAt!.Value, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7.2));
        waiting.AssertIsOf("b");
    }

    [Fact]
    public void Batch_VectorsComeInTheirTime_AreTakenAlthoughTheyAreLate()
    {
        var bench = new BatchBench(static options => options.BatchTimeout = TimeSpan.FromSeconds(5));
        bench.Generator.Time = TimeSpan.FromSeconds(4.9);

        var embedded = bench.Embed("a");
        bench.Run(TimeSpan.FromSeconds(10));

        embedded.AssertIsOf("a");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Vector_NotANumber_FailsThatDocumentAlone(float number) => AssertFailsAlone([1, number]);

    [Fact]
    public void Vector_Empty_FailsThatDocumentAlone() => AssertFailsAlone([]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Vectors_MoreOrFewerThanTexts_FailWithBothNumbers(int count)
    {
        var bench = new BatchBench();
        bench.Generator.Script = (_, _) => Task.FromResult(ScriptedGenerator.VectorsOf(Enumerable.Repeat("x", count)));

        var embedded = bench.Embed("a", "b");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal($"The generator gave {count} vectors for 2 texts.", Assert.IsType<InvalidOperationException>(embedded.Error).Message);
    }

    [Fact]
    public void Generator_ThrowsBeforeItWaits_FailsTheDocumentAndGoesOn()
    {
        var bench = new BatchBench();
        bench.Generator.Script = static (texts, _) => texts.Contains("a") ? throw new NotSupportedException("no") : null;

        var one = bench.Embed("a");
        bench.Run(TimeSpan.FromSeconds(1));
        var two = bench.Embed("b");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.IsType<NotSupportedException>(one.Error);
        two.AssertIsOf("b");
    }

    [Theory]
    [InlineData(false, "The generator gave 0 vectors for 1 texts.")]
    [InlineData(true, "The generator gave no task.")]
    public void Vectors_Null_FailWithAReasonInWords(bool isTaskNull, string reason)
    {
        var bench = new BatchBench();
        bench.Generator.Script = (_, _) => Task.FromResult<GeneratedEmbeddings<Embedding<float>>>(null!);
        bench.Generator.IsTaskNull = isTaskNull;

        var embedded = bench.Embed("a");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(reason, Assert.IsType<InvalidOperationException>(embedded.Error).Message);
    }

    [Fact]
    public void Vector_Null_FailsThatDocumentAloneWithAReasonInWords()
    {
        var bench = new BatchBench();
        bench.Generator.Script = static (texts, _) => Task.FromResult<GeneratedEmbeddings<Embedding<float>>>(
            [.. texts.Select(static text => text == "bad" ? null! : new Embedding<float>(ScriptedGenerator.VectorOf(text)))]);

        var good = bench.Embed("a");
        var bad = bench.Embed("bad");
        bench.Run(TimeSpan.FromSeconds(1));

        good.AssertIsOf("a");
        Assert.StartsWith("The generator gave no vector", Assert.IsType<InvalidOperationException>(bad.Error).Message, StringComparison.Ordinal);
    }

    private static void AssertFailsAlone(float[] vector)
    {
        var bench = new BatchBench();
        bench.Generator.Script = (texts, _) => Task.FromResult<GeneratedEmbeddings<Embedding<float>>>(
            [.. texts.Select(text => new Embedding<float>(text == "bad" ? vector : ScriptedGenerator.VectorOf(text)))]);

        var one = bench.Embed("a");
        var bad = bench.Embed("b", "bad");
        var two = bench.Embed("c");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Contains("for chunk 1.", Assert.IsType<InvalidOperationException>(bad.Error).Message, StringComparison.Ordinal);
        one.AssertIsOf("a");
        two.AssertIsOf("c");
        Assert.Single(bench.Batches);
    }
}
