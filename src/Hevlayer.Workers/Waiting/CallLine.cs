using System.Net;

namespace Hevlayer.Workers;

/// <summary>Sends calls in their order, one batch at a time; what comes meanwhile goes together in the next. Thread safe.</summary>
/// <typeparam name="TCall">The calls.</typeparam>
/// <param name="send">Sends a batch; it is not called again before it ended.</param>
/// <param name="mostCalls">How many calls a batch has at most.</param>
internal sealed class CallLine<TCall>(Func<IReadOnlyList<TCall>, Task> send, int mostCalls)
    where TCall : LineCall
{
    private readonly Lock _lock = new();
    private readonly List<TCall> _late = [];
    private readonly LinkedList<TCall> _waiting = new();
    private bool _isSending;

    public async Task SendAsync(TCall call, CancellationToken cancellationToken)
    {
        if (call.MayBeGivenUp)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        bool isFirst;
        lock (_lock)
        {
            _waiting.AddLast(call);
            isFirst = !_isSending;
            _isSending = true;
        }

        if (isFirst)
        {
            _ = SendAllAsync();
        }

        using var registration = cancellationToken.UnsafeRegister(_ => GiveUp(call, cancellationToken), null);
        await call.Done;
    }

    // An error that speaks about what was sent, and not about the gateway's state.
    private static bool IsRefusal(Exception exception) =>
        exception is ArgumentException
        || exception is HevlayerException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity };

    private async Task SendAllAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            await SendBatchAsync(batch);
        }
    }

    private async Task SendBatchAsync(List<TCall> batch)
    {
        try
        {
            await send(batch);
            foreach (var call in batch)
            {
                call.Succeed();
            }
        }
        catch (Exception exception) when (batch.Count > 1 && IsRefusal(exception))
        {
            // One of them is refused; the others must not fail for it.
            foreach (var call in batch)
            {
                await SendBatchAsync([call]);
            }
        }
        catch (Exception exception)
        {
            Fail(batch, exception);
        }
    }

    private List<TCall> Take()
    {
        lock (_lock)
        {
            List<TCall> batch = [];
            if (_waiting.Count == 0)
            {
                _isSending = false;
                return batch;
            }

            batch.AddRange(_late);
            _late.Clear();
            for (var left = mostCalls; left > 0 && _waiting.First is { } first; left--)
            {
                _waiting.RemoveFirst();
                batch.Add(first.Value);
            }

            return batch;
        }
    }

    private void Fail(List<TCall> batch, Exception exception)
    {
        lock (_lock)
        {
            if (!IsRefusal(exception))
            {
                _late.AddRange(batch.Where(static call => call.MayComeLate).TakeLast(mostCalls));
            }
        }

        foreach (var call in batch)
        {
            call.Fail(exception);
        }
    }

    private void GiveUp(TCall call, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // What is over is written all the same.
            if (call.MayBeGivenUp)
            {
                _waiting.Remove(call);
            }
        }

        call.Cancel(cancellationToken);
    }
}
