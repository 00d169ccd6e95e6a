using System.Net;

namespace Hevlayer.Workers;

/// <summary>
/// Makes calls for many documents together. A document whose lease is over leaves, and its neighbours stay; a call that is
/// refused is split, so that one document cannot fail the others. Thread safe.
/// </summary>
/// <typeparam name="TContent">What is sent for a document.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
/// <param name="limits">How calls are filled.</param>
/// <param name="moreCanCome">Whether a document is worked on that may come yet; else nobody is waited for.</param>
/// <param name="send">Sends what documents bring, asks before each attempt whether it may, and gives a result for each.</param>
/// <param name="clock">The clock.</param>
internal sealed class SharedCalls<TContent, TResult>(SharedCallLimits limits, Func<bool> moreCanCome, Func<IReadOnlyList<SharedCall<TContent, TResult>>, Func<bool>, CancellationToken, Task<IReadOnlyList<TResult>>> send, TimeProvider clock)
{
    // Less than a timer can measure is no pause at all.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly List<SharedCall<TContent, TResult>> _waiting = [];
    private readonly List<SharedBatch<TContent, TResult>> _sent = [];
    private readonly CallPace _pace = new(limits.Concurrent);
    private int _running;
    private bool _isTimed;

    /// <summary>Has something sent for a document.</summary>
    /// <param name="held">The document.</param>
    /// <param name="content">What is sent.</param>
    /// <param name="size">How much that is.</param>
    /// <param name="isAlone">Whether it shares its call with no other.</param>
    /// <param name="cancellationToken">Ends the wait; a call that others share goes on.</param>
    public async Task<TResult> CallAsync(HeldItem held, TContent content, CallSize size, bool isAlone, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = new SharedCall<TContent, TResult>(held, content, size, isAlone, clock.GetTimestamp());
        lock (_lock)
        {
            _waiting.Add(call);
        }

        using var registration = cancellationToken.UnsafeRegister(_ => Cancel(call, cancellationToken), null);
        Start();
        return await call.Done;
    }

    private void Start()
    {
        List<IReadOnlyList<SharedCall<TContent, TResult>>> started = [];
        lock (_lock)
        {
            while (_running < _pace.Limit && Take() is { } together)
            {
                _running++;
                started.Add(together);
            }
        }

        foreach (var together in started)
        {
            _ = RunAsync(together);
        }
    }

    private IReadOnlyList<SharedCall<TContent, TResult>>? Take()
    {
        _waiting.FindAll(static call => !call.MayBeSent).ForEach(static lost => lost.Cancel(CancellationToken.None));
        _waiting.RemoveAll(static call => call.IsOver);
        if (_waiting.Count == 0)
        {
            return null;
        }

        var (together, isFull) = CallPacker.Pack(_waiting, limits.Most);
        var left = limits.Delay - clock.GetElapsedTime(_waiting[0].Since);
        if (!isFull && left >= Shortest && moreCanCome())
        {
            StartAfter(left);
            return null;
        }

        var taken = together.ToHashSet();
        _waiting.RemoveAll(taken.Contains);
        return together;
    }

    private void StartAfter(TimeSpan left)
    {
        if (!_isTimed)
        {
            _isTimed = true;
            _ = StartLaterAsync(left);
        }
    }

    private async Task StartLaterAsync(TimeSpan left)
    {
        await Task.Delay(left, clock);
        lock (_lock)
        {
            _isTimed = false;
        }

        Start();
    }

    private async Task RunAsync(IReadOnlyList<SharedCall<TContent, TResult>> calls)
    {
        // Off the document that filled the call: a large body takes long to write.
        await Task.Yield();
        await SendAsync(calls);
        lock (_lock)
        {
            _running--;
        }

        Start();
    }

    private async Task SendAsync(IReadOnlyList<SharedCall<TContent, TResult>> calls)
    {
        while (StillHeld(calls) is { Count: > 0 } held)
        {
            var attempts = 0;
            var batch = Begin(held);
            try
            {
                var results = await send(held, () => ++attempts > 0 && held.TrueForAll(static call => call.MayBeSent), batch.Cancelled);
                Note(wasRefused: attempts > 1);
                for (var index = 0; index < held.Count; index++)
                {
                    held[index].Succeed(results[index]);
                }
            }
            catch (Exception) when (held.Exists(static call => !call.MayBeSent))
            {
                // One has left, which ends the call for all: the others go on without it.
                continue;
            }
            catch (Exception exception) when (held.Count > 1 && IsRefusal(exception))
            {
                var half = held.Count / 2;
                await SendAsync(held[..half]);
                await SendAsync(held[half..]);
            }
            catch (Exception exception)
            {
                Note(IsWantOfRoom(exception));
                held.ForEach(call => call.Fail(exception));
            }
            finally
            {
                End(batch);
            }

            return;
        }
    }

    private SharedBatch<TContent, TResult> Begin(IReadOnlyList<SharedCall<TContent, TResult>> calls)
    {
        var batch = new SharedBatch<TContent, TResult>(calls);
        lock (_lock)
        {
            _sent.Add(batch);
        }

        if (batch.IsOver)
        {
            batch.Cancel();
        }

        return batch;
    }

    private void End(SharedBatch<TContent, TResult> batch)
    {
        lock (_lock)
        {
            _sent.Remove(batch);
        }
    }

    private static List<SharedCall<TContent, TResult>> StillHeld(IReadOnlyList<SharedCall<TContent, TResult>> calls)
    {
        List<SharedCall<TContent, TResult>> held = [.. calls.Where(static call => call.MayBeSent)];
        foreach (var lost in calls.Except(held))
        {
            lost.Cancel(CancellationToken.None);
        }

        return held;
    }

    // Everything but the trouble of the gateway, which all of them have.
    private static bool IsRefusal(Exception exception) =>
        FaultRules.Classify(exception, leaseLost: false, aborted: false, timedOut: false, default).Kind != FaultKind.Gateway;

    /// <summary>Whether a call was refused because there were too many: nothing that was sent is the cause.</summary>
    public static bool IsWantOfRoom(Exception exception) => exception is HevlayerException { StatusCode: HttpStatusCode.TooManyRequests };

    private void Note(bool wasRefused)
    {
        lock (_lock)
        {
            if (wasRefused)
            {
                _pace.Refused();
            }
            else
            {
                _pace.Succeeded();
            }
        }
    }

    private void Cancel(SharedCall<TContent, TResult> call, CancellationToken cancellationToken)
    {
        List<SharedBatch<TContent, TResult>> over;
        lock (_lock)
        {
            call.Cancel(cancellationToken);
            _waiting.Remove(call);
            over = _sent.FindAll(static batch => batch.IsOver);
        }

        // Outside the lock: what a call does when it is cancelled is not ours to know.
        over.ForEach(static batch => batch.Cancel());
    }
}
