namespace Hevlayer.Workers.Simulation;

/// <summary>How often each fault really happened.</summary>
internal sealed class FaultCount
{
    private readonly long[] _counts = new long[Enum.GetValues<SimulatedFault>().Length];

    public void Add(SimulatedFault fault) => _counts[(int)fault]++;

    public long this[SimulatedFault fault] => _counts[(int)fault];

    /// <summary>Whether something happened by which a worker may lose a lease.</summary>
    public bool ExplainLostLeases => LeaseFaults.Any(fault => this[fault] > 0);

    /// <summary>Faults that may cost a worker a lease.</summary>
    public static IReadOnlyList<SimulatedFault> LeaseFaults { get; } =
    [
        SimulatedFault.Freeze, SimulatedFault.LostRequest, SimulatedFault.LostReply, SimulatedFault.Delay,
        SimulatedFault.Outage, SimulatedFault.TakenLease, SimulatedFault.LostChunks,
        SimulatedFault.Restage, SimulatedFault.OddReply,
        SimulatedFault.Reset, SimulatedFault.SlowReply, SimulatedFault.EndlessReply,
    ];

    public void Add(FaultCount other)
    {
        for (var fault = 0; fault < _counts.Length; fault++)
        {
            _counts[fault] += other._counts[fault];
        }
    }
}
