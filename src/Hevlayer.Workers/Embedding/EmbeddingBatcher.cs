using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Embeds the texts of many documents together: batches are filled across documents, and a batch that fails is split, so
/// that one document cannot fail the others. Thread safe.
/// </summary>
internal sealed class EmbeddingBatcher : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<WaitingText> _waiting = new();
    private readonly List<EmbeddingBatch> _running = [];
    private readonly List<EmbeddingRequest> _open = [];
    private readonly EmbeddingOptions _options;
    private readonly BatchLimits _limits;
    private readonly int _mostDocuments;
    private readonly TimeProvider _clock;
    private readonly Action<EmbeddedBatch> _embedded;
    private readonly ILogger _log;
    private readonly ProviderBudget _budget;
    private readonly ProviderCall _call;
    private readonly ITimer _timer;

    public EmbeddingBatcher(IEmbeddingGenerator<string, Embedding<float>> generator, DocumentWorkerOptions options, TimeProvider clock, WorkerTelemetry telemetry, ILogger log, ProviderBudget? budget = null, WorkerProgress? progress = null)
        : this(generator, options.Embedding, options.MaxConcurrentDocuments, options.Shutdown.CancelGrace, clock, batch => { telemetry.Embedded(batch); progress?.Embedded(batch); }, log, budget)
    {
    }

    /// <summary>Makes a batcher for whatever brings texts.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="options">How batches are filled.</param>
    /// <param name="mostDocuments">Most documents, or rows, that are worked on at one time: when all have their texts here, nobody is waited for.</param>
    /// <param name="cancelGrace">How long the generator may go on after it was cancelled.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="embedded">Told of each batch.</param>
    /// <param name="log">The log.</param>
    /// <param name="budget">What the provider allows; null for a budget of its own.</param>
    public EmbeddingBatcher(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingOptions options, int mostDocuments, TimeSpan cancelGrace, TimeProvider clock, Action<EmbeddedBatch> embedded, ILogger log, ProviderBudget? budget = null)
    {
        _options = options;
        _limits = BatchLimits.Of(options);
        _mostDocuments = mostDocuments;
        _clock = clock;
        _embedded = embedded;
        _log = log;
        _budget = budget ?? new(options.Budget, clock);
        _call = new(generator, options, _budget, cancelGrace, clock, log);
        _timer = clock.CreateTimer(static state => ((EmbeddingBatcher)state!).StartBatches(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Embeds the texts of one document.</summary>
    /// <param name="texts">The texts, at least one.</param>
    /// <param name="isAlone">Whether they share no batch with other documents: they may be what broke the last one.</param>
    /// <param name="cancellationToken">Ends the wait; texts that are in a batch with others are embedded all the same.</param>
    /// <returns>A vector for each text, in their order.</returns>
    /// <exception cref="DocumentRejectedException">A text fits into no batch.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<ChunkText> texts, bool isAlone, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sizes = texts.Select(Measure).ToList();
        var request = new EmbeddingRequest(texts.Count, isAlone);
        var now = _clock.GetTimestamp();
        lock (_lock)
        {
            _open.Add(request);
            for (var index = 0; index < texts.Count; index++)
            {
                _waiting.AddLast(new WaitingText(request, index, texts[index], sizes[index], now));
            }
        }

        using var registration = cancellationToken.UnsafeRegister(_ => Cancel(request, cancellationToken), null);
        StartBatches();
        return await request.Done;
    }

    /// <summary>Time so far in which somebody waited for the budget.</summary>
    public TimeSpan Waited() => _budget.Waited();

    public void Dispose() => _timer.Dispose();

    private TextSize Measure(ChunkText text)
    {
        var size = new TextSize(System.Text.Encoding.UTF8.GetByteCount(text.Text), 0);
        size = size with { Tokens = _options.CountTokens?.Invoke(text.Text) ?? TextSize.Estimate(size.Bytes) };
        return BatchPacker.Problem(size, _limits) is { } problem
            ? throw new DocumentRejectedException($"Chunk {text.ChunkIndex} {problem}.")
            : size;
    }

    private void StartBatches()
    {
        List<EmbeddingBatch> started = [];
        lock (_lock)
        {
            while (_running.Count < _options.MaxConcurrentBatches && TakeBatch() is { } batch)
            {
                _running.Add(batch);
                started.Add(batch);
            }
        }

        foreach (var batch in started)
        {
            _ = RunAsync(batch);
        }
    }

    private EmbeddingBatch? TakeBatch()
    {
        if (_waiting.First is not { } oldest)
        {
            return null;
        }

        var (count, isFull) = BatchPacker.Pack(Together(oldest.Value.Request).Select(static text => text.Size), _limits);
        var left = _options.MaxBatchDelay - _clock.GetElapsedTime(oldest.Value.Since);
        if (!isFull && left > TimeSpan.Zero && MoreCanCome())
        {
            _timer.Change(left, Timeout.InfiniteTimeSpan);
            return null;
        }

        var texts = new List<WaitingText>(count);
        for (; count > 0; count--)
        {
            texts.Add(_waiting.First!.Value);
            _waiting.RemoveFirst();
        }

        return new EmbeddingBatch(texts);
    }

    // Once each document that is worked on has its texts here, there is nobody left to wait for.
    private bool MoreCanCome() => _open.Count(static request => !request.IsOver) < _mostDocuments;

    // The texts that may share a batch with the first one.
    private IEnumerable<WaitingText> Together(EmbeddingRequest first) =>
        _waiting.TakeWhile(text => ReferenceEquals(text.Request, first) || !(first.IsAlone || text.Request.IsAlone));

    private async Task RunAsync(EmbeddingBatch batch)
    {
        // Off the document that filled the batch: the generator may compute for long before it first waits.
        await Task.Yield();
        await EmbedOrSplitAsync(batch);
        lock (_lock)
        {
            _running.Remove(batch);
            _open.RemoveAll(static request => request.IsOver);
        }

        StartBatches();
    }

    private async Task EmbedOrSplitAsync(EmbeddingBatch batch)
    {
        if (batch.IsOver)
        {
            return;
        }

        try
        {
            await EmbedAsync(batch);
        }
        catch (Exception exception)
        {
            // What hangs once would hang each part; after a time-out the documents come back one by one.
            var parts = batch.IsOver || exception is BatchTimeoutException ? [] : batch.Split();
            if (parts.Count == 0)
            {
                Each(batch, text => text.Request.Fail(exception));
                return;
            }

            _log.BatchSplit(batch.Texts.Count, batch.Documents, exception);
            foreach (var part in parts)
            {
                Replace(batch, part);
                await EmbedOrSplitAsync(part);
                Replace(part, batch);
            }
        }
    }

    private async Task EmbedAsync(EmbeddingBatch batch)
    {
        var (vectors, started) = await _call.RunAsync(batch);
        List<TextSize> sizes = [.. batch.Texts.Select(static text => text.Size)];
        _embedded(new(sizes.Count, vectors?.Usage?.InputTokenCount ?? sizes.Sum(static size => size.Tokens), BatchPacker.Fill(sizes, _limits), _clock.GetElapsedTime(started)));
        if (vectors?.Count != batch.Texts.Count)
        {
            throw new InvalidOperationException($"The generator gave {vectors?.Count ?? 0} vectors for {batch.Texts.Count} texts.");
        }

        lock (_lock)
        {
            for (var index = 0; index < vectors.Count; index++)
            {
                Deliver(batch.Texts[index], vectors[index]?.Vector ?? default);
            }
        }
    }

    private static void Deliver(WaitingText text, ReadOnlyMemory<float> vector)
    {
        if (vector.IsEmpty || HasNonFinite(vector.Span))
        {
            text.Request.Fail(new InvalidOperationException($"The generator gave no vector, an empty one, or one with a number that is not finite, for chunk {text.Content.ChunkIndex}."));
        }
        else
        {
            text.Request.Set(text.Index, vector);
        }
    }

    private static bool HasNonFinite(ReadOnlySpan<float> vector)
    {
        foreach (var number in vector)
        {
            if (!float.IsFinite(number))
            {
                return true;
            }
        }

        return false;
    }

    private void Each(EmbeddingBatch batch, Action<WaitingText> action)
    {
        lock (_lock)
        {
            foreach (var text in batch.Texts)
            {
                action(text);
            }
        }
    }

    private void Replace(EmbeddingBatch batch, EmbeddingBatch other)
    {
        lock (_lock)
        {
            _running[_running.IndexOf(batch)] = other;
        }
    }

    private void Cancel(EmbeddingRequest request, CancellationToken cancellationToken)
    {
        List<EmbeddingBatch> over;
        lock (_lock)
        {
            request.Cancel(cancellationToken);
            _open.Remove(request);
            for (var node = _waiting.First; node is not null;)
            {
                var next = node.Next;
                if (ReferenceEquals(node.Value.Request, request))
                {
                    _waiting.Remove(node);
                }

                node = next;
            }

            over = _running.FindAll(static batch => batch.IsOver);
        }

        // Outside the lock: what the generator does when it is cancelled is not ours to know.
        over.ForEach(static batch => batch.Cancel());
    }
}
