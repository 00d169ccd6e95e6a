using System.Net;

namespace Hevlayer.Workers.Simulation;

/// <summary>A provider's bucket of tokens and one of requests: it refuses what they do not hold, and says honestly when they will.</summary>
/// <param name="plan">Its limits; both buckets are full at first.</param>
/// <param name="now">The time.</param>
internal sealed class StrictQuota(QuotaPlan plan, Func<TimeSpan> now)
{
    private double _tokens = plan.TokensPerMinute * plan.SavedUp.TotalMinutes;
    private double _requests = Math.Max(1, plan.RequestsPerMinute * plan.SavedUp.TotalMinutes);
    private TimeSpan _at = now();

    public long Calls { get; private set; }

    public long Refused { get; private set; }

    public double TokensTaken { get; private set; }

    /// <summary>Takes what a batch needs.</summary>
    /// <exception cref="HttpRequestException">There is not so much.</exception>
    public void Take(double tokens)
    {
        var passed = (now() - _at).TotalMinutes;
        _at = now();
        _tokens = Math.Min(_tokens + (plan.TokensPerMinute * passed), plan.TokensPerMinute * plan.SavedUp.TotalMinutes);
        _requests = Math.Min(_requests + (plan.RequestsPerMinute * passed), Math.Max(1, plan.RequestsPerMinute * plan.SavedUp.TotalMinutes));
        Calls++;
        var wait = Math.Max((tokens - _tokens) / plan.TokensPerMinute, (1 - _requests) / plan.RequestsPerMinute);
        if (wait > 1e-9)
        {
            Refused++;
            throw new HttpRequestException("HTTP 429 (Too Many Requests)", inner: null, HttpStatusCode.TooManyRequests)
            {
                Data = { ["Retry-After"] = TimeSpan.FromMilliseconds(Math.Ceiling(wait * 60_000)) },
            };
        }

        _tokens -= tokens;
        _requests--;
        TokensTaken += tokens;
    }
}
