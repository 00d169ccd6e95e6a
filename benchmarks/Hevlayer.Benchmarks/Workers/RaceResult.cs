namespace Hevlayer.Benchmarks;

/// <summary>What the loop and the worker did at one gateway.</summary>
/// <param name="CallTime">What a call should take.</param>
/// <param name="RealCallTime">What it took.</param>
/// <param name="Loop">Turns of the loop.</param>
/// <param name="Runtime">Turns of the worker for each choice of options, round by round as those of the loop.</param>
internal sealed record RaceResult(TimeSpan CallTime, TimeSpan RealCallTime, IReadOnlyList<Turn> Loop, IReadOnlyList<(WorkerChoice Choice, List<Turn> Turns)> Runtime);
