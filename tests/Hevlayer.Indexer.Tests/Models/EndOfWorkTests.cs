using Microsoft.Extensions.AI;

namespace Hevlayer.Indexer.Tests;

/// <summary>What happens to work that is cancelled, or whose model is disposed of.</summary>
public sealed class EndOfWorkTests
{
    private static readonly string[] Texts = [.. Enumerable.Repeat("the cat sat.", 200)];

    [Fact]
    public async Task CancelledCall_EndsWithItsToken()
    {
        using var folder = new ModelFolder();
        using var embedder = new SentenceTransformerEmbedder(folder.Path);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => embedder.GenerateAsync(Texts, cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public void CancelledRun_EndsInsideTheModel()
    {
        using var folder = new ModelFolder();
        using var model = new OnnxModel(Path.Combine(folder.Path, "model.onnx"));
        var batch = new TokenBatch([[2, 6, 3]], padding: 0);
        var cancelled = new CancellationToken(canceled: true);

        var exception = Assert.Throws<OperationCanceledException>(() => model.Embed(batch, cancelled));

        Assert.Equal(cancelled, exception.CancellationToken);
        Assert.Single(model.Embed(batch, CancellationToken.None));
    }

    [Fact]
    public async Task CallAfterTheDisposal_IsRefused()
    {
        using var folder = new ModelFolder();
        var embedder = new SentenceTransformerEmbedder(folder.Path);
        embedder.Dispose();
        embedder.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task CallsDuringTheDisposal_EndOneWayOrTheOther()
    {
        using var folder = new ModelFolder(TinyModel.Attention());
        for (var round = 0; round < 20; round++)
        {
            var embedder = new SentenceTransformerEmbedder(folder.Path, batchSize: 1);
            var calls = Enumerable.Range(0, 4).Select(_ => embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken)).ToList();
            await embedder.GenerateAsync(["cat"], cancellationToken: TestContext.Current.CancellationToken);
            embedder.Dispose();

            var errors = await Task.WhenAll(calls.Select(call => Record.ExceptionAsync(() => call).AsTask()));

            Assert.All(errors, error => Assert.True(error is null or ObjectDisposedException, error?.ToString()));
        }
    }

    [Fact]
    public void WhatIsInUse_IsDisposedOfWithTheLastUse()
    {
        using var held = new MemoryStream();
        var use = new DisposedWhenIdle(held);
        use.Begin();
        use.Begin();

        use.Dispose();
        use.End();
        Assert.True(held.CanRead);
        use.End();

        Assert.False(held.CanRead);
        Assert.Throws<ObjectDisposedException>(use.Begin);
    }
}
