using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace Hevlayer.Quickstart;

/// <summary>The work on one claimed document: read its chunks, embed them, write the vectors.</summary>
internal sealed class DocumentWork(
    HevlayerClient layer, IEmbeddingGenerator<string, Embedding<float>> embedder, Session session, string workerId)
{
    private readonly string _pipeline = session.Options.Pipeline;
    private readonly ConcurrentDictionary<string, int> _tries = new(StringComparer.Ordinal);

    /// <summary>Does the work and settles the document, whatever happens to it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stop">Stops the work before its result is written.</param>
    /// <param name="late">Stops also the writing.</param>
    /// <exception cref="HevlayerException">The gateway refuses us: nothing more can be done.</exception>
    public async Task DoAsync(HeldDocument document, CancellationToken stop, CancellationToken late)
    {
        try
        {
            await IndexAsync(document, stop, late);
            session.Progress.DocumentIndexed();
            _tries.TryRemove(document.Id, out _);
        }
        catch (OperationCanceledException) when (document.Lost.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            session.Progress.LeaseLost();
        }
        catch (Failure failure)
        {
            await FailAsync(document, failure.Message, late);
        }
        catch (HevlayerException exception)
        {
            await AfterAsync(exception, document, stop, late);
        }
    }

    private async Task IndexAsync(HeldDocument document, CancellationToken stop, CancellationToken late)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(stop, document.Lost);
        var chunks = await layer.GetChunksAsync(_pipeline, document.Id, working.Token);
        if (chunks.Count == 0 || chunks.Any(chunk => string.IsNullOrWhiteSpace(chunk.Text)))
        {
            throw new Failure(ExitCode.Failed, $"'{document.Id}' has no chunks, or chunks without text.");
        }

        var embeddings = await embedder.GenerateAsync(chunks.Select(chunk => chunk.Text!), cancellationToken: working.Token);

        // The write is not guarded by the lease, so this is the last moment to see that it is lost.
        working.Token.ThrowIfCancellationRequested();
        await layer.PutVectorsAsync(_pipeline, document.Id, [.. chunks.Zip(embeddings, Entry)], late);
    }

    private static VectorEntry Entry(Chunk chunk, Embedding<float> embedding) => new()
    {
        Id = chunk.Id,
        Vector = embedding.Vector,
        Attributes = new()
        {
            [Passage.TextAttribute] = chunk.Text,
            [Passage.PathAttribute] = PathOf(chunk),
        },
    };

    private static string? PathOf(Chunk chunk) =>
        chunk.Metadata is { Kind: AttributeKind.Object } metadata ? metadata.AsMap().GetString(Passage.PathAttribute) : null;

    private async Task AfterAsync(HevlayerException exception, HeldDocument document, CancellationToken stop, CancellationToken late)
    {
        var tries = _tries.AddOrUpdate(document.Id, 1, (_, before) => before + 1);
        switch (WorkRules.Decide(exception, tries))
        {
            case AfterFailure.Release:
                await SettleAsync(() => layer.ReleaseDocumentsAsync(_pipeline, [document.Id], workerId, DocumentStage.Embedding, late));
                await Task.Delay(session.IdlePause, session.Clock, stop);
                break;
            case AfterFailure.Fail:
                await FailAsync(document, exception.Message, late);
                break;
            default:
                ExceptionDispatchInfo.Throw(exception);
                break;
        }
    }

    private async Task FailAsync(HeldDocument document, string reason, CancellationToken late)
    {
        if (await SettleAsync(() => layer.FailDocumentsAsync(_pipeline, [document.Id], workerId, DocumentStage.Embedding, late)))
        {
            session.Progress.DocumentFailed(reason);
        }
    }

    // A document that cannot be settled now comes back when its lease ends.
    private static async Task<bool> SettleAsync(Func<Task<DocumentsStageResponse>> settle)
    {
        try
        {
            var reply = await settle();
            return reply.Updated > 0;
        }
        catch (HevlayerException exception) when (exception.IsTransient)
        {
            return false;
        }
    }
}
