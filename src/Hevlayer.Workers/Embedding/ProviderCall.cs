using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Asks the generator for one batch, within the budget and its time. What the provider refuses for want of quota is the fault
/// of no text: the same batch is asked for again.
/// </summary>
internal sealed class ProviderCall(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingOptions options, ProviderBudget budget, TimeSpan cancelGrace, TimeProvider clock, ILogger log)
{
    /// <summary>The vectors of a batch, and when the call that gave them began.</summary>
    /// <exception cref="BatchTimeoutException">It took too long.</exception>
    public async Task<(GeneratedEmbeddings<Embedding<float>>? Vectors, long Started)> RunAsync(EmbeddingBatch batch)
    {
        var tokens = batch.Texts.Sum(static text => text.Size.Tokens);
        for (var isRefused = false; ; isRefused = true)
        {
            var grant = await budget.EnterAsync(tokens, isRefused, batch.Cancelled);
            var started = clock.GetTimestamp();
            try
            {
                var vectors = await GenerateAsync(batch);
                budget.Succeeded(grant, vectors?.Usage?.InputTokenCount);
                return (vectors, started);
            }
            catch (Exception exception) when (!batch.IsOver && RefusalIn(exception) is { } refusal)
            {
                log.BatchRefused(batch.Texts.Count, budget.Refused(grant, refusal.RetryAfter), exception.Message);
            }
            catch (Exception)
            {
                budget.Failed();
                throw;
            }
        }
    }

    private ProviderRefusal? RefusalIn(Exception exception) =>
        exception is BatchTimeoutException ? null : options.Budget.ReadRefusal is { } read ? read(exception) : ProviderRefusal.Of(exception);

    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(EmbeddingBatch batch)
    {
        using var limit = new CancellationTokenSource(options.BatchTimeout, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, batch.Cancelled);
        var work = StartAsync(batch, end.Token);
        var ended = await Bounded.EndsAsync(work, cancelGrace, clock, end.Token);
        if (limit.IsCancellationRequested && !work.IsCompletedSuccessfully)
        {
            throw new BatchTimeoutException(options.BatchTimeout);
        }

        return ended ? await work : throw new OperationCanceledException(batch.Cancelled);
    }

    // An async method turns what the generator throws before its first await into a failed task.
    private async Task<GeneratedEmbeddings<Embedding<float>>> StartAsync(EmbeddingBatch batch, CancellationToken cancellationToken) =>
        await (generator.GenerateAsync(batch.Texts.Select(static text => text.Content.Text), options: null, cancellationToken)
            ?? throw new InvalidOperationException("The generator gave no task."));
}
