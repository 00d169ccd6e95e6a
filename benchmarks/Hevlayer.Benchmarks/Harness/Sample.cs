namespace Hevlayer.Benchmarks;

/// <summary>What one call cost on average in one turn.</summary>
/// <param name="Time">Microseconds from begin to end of the turn, by its calls.</param>
/// <param name="Processor">Microseconds of processor time of this process.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal readonly record struct Sample(double Time, double Processor, double Bytes);
