namespace Hevlayer.Workers;

/// <summary>What a gate has admitted, until it leaves.</summary>
/// <param name="gate">The gate.</param>
/// <param name="amount">How much.</param>
internal sealed class GatePlace(Gate gate, long amount)
{
    private int _hasLeft;

    /// <summary>Leaves the gate to others; nothing happens the second time.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref _hasLeft, 1) == 0)
        {
            gate.Leave(amount);
        }
    }
}
