using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers;

/// <summary>
/// What the provider of embeddings allows, for all that ask it: batches go one after another, evenly, and all wait when it
/// has refused one. Thread safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as its workers, and its timer rests while nobody waits.")]
internal sealed class ProviderBudget
{
    private const double Forgetting = 0.9;

    private readonly Lock _lock = new();
    private readonly LinkedList<BudgetGrant> _line = new();
    private readonly PacedQuota _requests;
    private readonly PacedQuota _tokens;
    private readonly TimeSpan _maxPause;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly ITimer _timer;
    private SpentQuota? _spent;
    private TimeSpan _last;
    private TimeSpan _resumeAt;
    private TimeSpan _waited;
    private long _successes;
    private int _refusedInARow;
    private int _running;
    private double _estimated = 1;
    private double _used = 1;

    public ProviderBudget(BudgetOptions options, TimeProvider clock)
    {
        _requests = new((options.RequestsPerMinute ?? double.PositiveInfinity) / 60, options.Burst);
        _tokens = new((options.TokensPerMinute ?? double.PositiveInfinity) / 60, options.Burst);
        _maxPause = options.MaxPause;
        _clock = clock;
        _began = clock.GetTimestamp();
        _timer = clock.CreateTimer(static state => ((ProviderBudget)state!).Serve(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Time so far in which somebody waited: no handler is to blame for it.</summary>
    public TimeSpan Waited()
    {
        lock (_lock)
        {
            Advance();
            return _waited;
        }
    }

    /// <summary>Waits for leave to ask for a batch; each that is given must be ended by one of the calls below.</summary>
    /// <param name="tokens">Its tokens, as they were counted.</param>
    /// <param name="isRefused">Whether the provider has refused it before: then it is the next.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<BudgetGrant> EnterAsync(long tokens, bool isRefused, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var grant = new BudgetGrant(tokens);
        lock (_lock)
        {
            Advance();
            _ = isRefused ? _line.AddFirst(grant) : _line.AddLast(grant);
        }

        using var registration = cancellationToken.UnsafeRegister(_ => GiveUp(grant, cancellationToken), null);
        Serve();
        await grant.Given;
        return grant;
    }

    /// <summary>The provider took the batch.</summary>
    /// <param name="grant">The leave.</param>
    /// <param name="used">Tokens that it says it has used; null where it does not.</param>
    public void Succeeded(BudgetGrant grant, long? used)
    {
        lock (_lock)
        {
            Advance();
            _running--;
            _refusedInARow = 0;
            if (used is > 0 and var real && grant.Estimated > 0)
            {
                _tokens.Take(real - grant.Charged);
                _estimated = (_estimated * Forgetting) + grant.Estimated;
                _used = (_used * Forgetting) + real;
            }

            _spent?.Took(used ?? grant.Charged);
            var raise = RateRules.Raise(_successes++);
            _requests.Change(raise);
            _tokens.Change(raise);
        }

        Serve();
    }

    /// <summary>The provider refused the batch: all wait. Returns how long.</summary>
    public TimeSpan Refused(BudgetGrant grant, TimeSpan? retryAfter)
    {
        TimeSpan pause;
        lock (_lock)
        {
            Advance();
            _running--;
            var isNew = _resumeAt <= _last;
            _refusedInARow += isNew ? 1 : 0;
            pause = RateRules.Pause(retryAfter, _refusedInARow, _maxPause);
            if (isNew)
            {
                Slow(pause, isExact: retryAfter == pause && pause.Ticks % TimeSpan.TicksPerSecond != 0);
            }

            _resumeAt = _last + pause > _resumeAt ? _last + pause : _resumeAt;
            _requests.Drain(1);
            _tokens.Drain(grant.Charged);
        }

        Serve();
        return pause;
    }

    /// <summary>The batch failed otherwise.</summary>
    public void Failed()
    {
        lock (_lock)
        {
            _running--;
        }

        Serve();
    }

    private void Slow(TimeSpan pause, bool isExact)
    {
        _spent?.Refused(pause, isExact);
        if (_spent is not { IsKnown: true } spent)
        {
            Cut(_refusedInARow == 1 ? RateRules.Cut(null) : 1);
        }
        else if (_requests.IsPaced || _tokens.IsPaced)
        {
            Cut(RateRules.Cut(Math.Max(spent.RequestsPerSecond / _requests.Rate, spent.TokensPerSecond / _tokens.Rate)));
        }
        else
        {
            _tokens.Learn(spent.TokensPerSecond);
        }

        _spent ??= new();
        _spent.ForgetOld();
        _successes = 0;
    }

    private void Cut(double factor)
    {
        _requests.Change(factor);
        _tokens.Change(factor);
    }

    // One at a time while nobody knows whether the provider takes any.
    private void Serve()
    {
        lock (_lock)
        {
            Advance();
            while (_line.First is { } first && (_refusedInARow == 0 || _running == 0))
            {
                var grant = first.Value;
                var charge = grant.Estimated * _used / _estimated;
                var wait = new[] { _resumeAt - _last, _requests.WaitFor(1), _tokens.WaitFor(charge) }.Max();
                if (wait > TimeSpan.Zero)
                {
                    // Timers count in whole milliseconds.
                    _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
                    return;
                }

                _line.Remove(first);
                _running++;
                _requests.Take(1);
                _tokens.Take(charge);
                grant.Charged = charge;
                grant.Give();
            }
        }
    }

    // Nothing is saved up in a pause: what the provider has at its end is what it spoke of.
    private void Advance()
    {
        var now = _clock.GetElapsedTime(_began);
        var passed = now - (_last > _resumeAt ? _last : _resumeAt < now ? _resumeAt : now);
        _requests.Refill(passed);
        _tokens.Refill(passed);
        if (_line.Count > 0)
        {
            _waited += now - _last;
        }

        if (_line.Count + _running > 0 && passed > TimeSpan.Zero)
        {
            _spent?.Pass(passed);
        }

        _last = now;
    }

    private void GiveUp(BudgetGrant grant, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Advance();
            if (!_line.Remove(grant))
            {
                return;
            }
        }

        grant.GiveUp(cancellationToken);
        Serve();
    }
}
