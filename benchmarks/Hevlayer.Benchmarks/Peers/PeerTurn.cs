namespace Hevlayer.Benchmarks;

/// <summary>What a call took on average in one turn, in microseconds.</summary>
/// <param name="Time">Time from its begin to its end.</param>
/// <param name="Processor">Processor time of the peer's process.</param>
internal readonly record struct PeerTurn(double Time, double Processor);
