namespace Hevlayer.Workers;

/// <summary>
/// How many calls may be under way at one time: half as many after each refusal for want of room, and one more for each round
/// without. The lock of its owner guards it.
/// </summary>
/// <param name="most">The most there may be.</param>
internal sealed class CallPace(int most)
{
    private readonly int _most = most;
    private int _successes;

    /// <summary>How many there may be now; at least one.</summary>
    public int Limit { get; private set; } = most;

    /// <summary>A call went well at the first attempt.</summary>
    public void Succeeded()
    {
        if (Limit < _most && ++_successes >= Limit)
        {
            Limit++;
            _successes = 0;
        }
    }

    /// <summary>A call was refused because there were too many.</summary>
    public void Refused()
    {
        Limit = Math.Max(1, Limit / 2);
        _successes = 0;
    }
}
