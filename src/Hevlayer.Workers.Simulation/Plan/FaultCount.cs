namespace Hevlayer.Workers.Simulation;

/// <summary>How often each fault really happened.</summary>
internal sealed class FaultCount
{
    private readonly long[] _counts = new long[Enum.GetValues<SimulatedFault>().Length];

    public void Add(SimulatedFault fault) => _counts[(int)fault]++;

    public long this[SimulatedFault fault] => _counts[(int)fault];

    public void Add(FaultCount other)
    {
        for (var fault = 0; fault < _counts.Length; fault++)
        {
            _counts[fault] += other._counts[fault];
        }
    }
}
