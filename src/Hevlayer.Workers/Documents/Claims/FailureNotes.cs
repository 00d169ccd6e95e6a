using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Keeps the ledger of failed documents. It stops no work: what cannot be written is logged, and the document fails all the
/// same.
/// </summary>
internal sealed class FailureNotes(IFailureLedger ledger, DocumentWorkerOptions options, TimeProvider clock, Random random, ILogger log, CancellationToken abort)
{
    private const int MostOwed = 1_000;

    private readonly RetryLimits _retry = options.Retry.ToLimits();

    private readonly Lock _lock = new();
    private readonly Queue<DocumentFailure> _owed = new();

    // Were each of many documents to wait for a ledger that refuses all, none would fail for long.
    private volatile bool _isBroken;

    /// <summary>Writes down that a document is about to be moved to <c>failed</c>.</summary>
    public async Task WriteAsync(HeldDocument held, Fault fault, int attempts)
    {
        var failure = FailureOf(held, fault, attempts);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, abort);
        for (var failures = 1; !end.IsCancellationRequested; failures++)
        {
            try
            {
                await ledger.WriteAsync(failure, end.Token);
                _isBroken = false;
                return;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (!_isBroken && failures < options.Ledger.MaxWriteAttempts)
            {
                log.LedgerRetried(held.Id, failures, exception);
                await Task.Delay(_retry.PauseAfter(failures, random.NextDouble()), clock, end.Token).ContinueQuietlyAsync();
            }
            catch (Exception exception)
            {
                _isBroken = true;
                log.LedgerMissed(held.Id, failure.Reason, exception);
                Owe(failure);
                return;
            }
        }
    }

    /// <summary>The row of a document, as far as it was seen.</summary>
    public DocumentFailure? Known(HeldDocument held) => ledger.Known(held.Id);

    /// <summary>A document has ended well after this failure; nobody waits for its row to go.</summary>
    public void Forget(DocumentFailure failure) => _ = TryAsync(() => ledger.ForgetAsync(failure, abort));

    /// <summary>Takes out what is indexed, at once and from time to time, until the worker begins to end.</summary>
    public async Task CheckAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryAsync(() => PayAsync(stopping));
            await TryAsync(() => ledger.CheckAsync(stopping));
            var pause = options.Ledger.CheckInterval * (0.75 + (random.NextDouble() / 2));
            await Task.Delay(pause, clock, stopping).ContinueQuietlyAsync();
        }
    }

    private void Owe(DocumentFailure failure)
    {
        lock (_lock)
        {
            _owed.Enqueue(failure);
            if (_owed.Count > MostOwed)
            {
                _owed.Dequeue();
            }
        }
    }

    // A row of a document that is indexed by now goes with the check that follows.
    private async Task PayAsync(CancellationToken stopping)
    {
        while (NextOwed() is { } failure)
        {
            await ledger.WriteAsync(failure, stopping);
            _isBroken = false;
            lock (_lock)
            {
                if (_owed.TryPeek(out var first) && first == failure)
                {
                    _owed.Dequeue();
                }
            }
        }
    }

    private DocumentFailure? NextOwed()
    {
        lock (_lock)
        {
            return _owed.TryPeek(out var failure) ? failure : null;
        }
    }

    private async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (OperationCanceledException)
        {
            // The worker ends.
        }
        catch (Exception exception)
        {
            log.LedgerNotChecked(exception);
        }
    }

    private DocumentFailure FailureOf(HeldDocument held, Fault fault, int attempts)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            DocumentId = held.Id,
            Reason = fault.Reason,
            Kind = FailureNames.Of(fault.Kind),
            Attempts = attempts,
            WorkerId = options.WorkerId,
            Claim = held.Holder,
            Stage = options.Stage,
            FirstAt = now,
            LastAt = now,
            TraceId = held.TraceId,
            ContentHash = held.ContentHash,
        };
    }
}
