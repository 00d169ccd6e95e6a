namespace Hevlayer.Benchmarks;

/// <summary>What a process uses.</summary>
/// <param name="Memory">Bytes of memory now.</param>
/// <param name="Processor">Processor time so far.</param>
internal readonly record struct ProcessUse(long Memory, TimeSpan Processor);
