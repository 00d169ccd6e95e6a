namespace Hevlayer.Workers;

/// <summary>
/// What a provider took since a refusal, and in what time: between two refusals, the one is the other times its rate. Its
/// budget's lock guards it.
/// </summary>
internal sealed class SpentQuota
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private TimeSpan _time;
    private TimeSpan _doubt;
    private double _tokens;
    private long _requests;

    /// <summary>Whether there is anything to judge by.</summary>
    public bool IsKnown => _requests > 0 && _time > _doubt;

    public double TokensPerSecond => _tokens / (_time - _doubt).TotalSeconds;

    public double RequestsPerSecond => _requests / (_time - _doubt).TotalSeconds;

    public void Took(double tokens)
    {
        _tokens += tokens;
        _requests++;
    }

    /// <summary>Time in which there was always something to ask for, or to wait for.</summary>
    public void Pass(TimeSpan busy) => _time += busy;

    /// <summary>The provider has refused, and all wait.</summary>
    /// <param name="pause">How long.</param>
    /// <param name="isExact">Whether that is what the provider said, to more than the second.</param>
    public void Refused(TimeSpan pause, bool isExact)
    {
        _time += pause;
        _doubt = isExact ? TimeSpan.Zero : pause < TimeSpan.FromSeconds(1) ? pause : TimeSpan.FromSeconds(1);
    }

    /// <summary>Begins anew, where nothing was taken, or long ago.</summary>
    public void ForgetOld()
    {
        if (_requests == 0 || _time > Longest)
        {
            (_time, _tokens, _requests) = (TimeSpan.Zero, 0, 0);
        }
    }
}
