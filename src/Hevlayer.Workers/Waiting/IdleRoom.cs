namespace Hevlayer.Workers;

/// <summary>Room in a gate for something that waits for something else before it can be worked on.</summary>
/// <param name="gate">The gate, which has admitted it as idle.</param>
/// <param name="amount">How much.</param>
internal sealed class IdleRoom(Gate gate, long amount)
{
    private int _hasEnded;

    /// <summary>How much.</summary>
    public long Amount { get; private set; } = amount;

    /// <summary>What came in is larger, or smaller, than announced.</summary>
    public void Correct(long actual)
    {
        gate.CorrectIdle(Amount, actual);
        gate.Correct(Amount, actual);
        Amount = actual;
    }

    /// <summary>The wait is over: whoever works on it leaves the gate. False when it has left already.</summary>
    public bool Begin()
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
        {
            return false;
        }

        gate.CorrectIdle(Amount, 0);
        return true;
    }

    /// <summary>Leaves the gate, unless the work has begun.</summary>
    public void Leave()
    {
        if (Begin())
        {
            gate.Leave(Amount);
        }
    }
}
