namespace Hevlayer.Benchmarks;

/// <summary>How things stood when so many documents were indexed.</summary>
/// <param name="Documents">Documents indexed.</param>
/// <param name="Elapsed">Time since the begin.</param>
/// <param name="Worker">Use of the process that stages and works.</param>
/// <param name="Heap">Bytes of live objects in it.</param>
/// <param name="Gateway">Use of the gateway's process.</param>
internal sealed record ScalePoint(long Documents, TimeSpan Elapsed, ProcessUse Worker, long Heap, ProcessUse Gateway);
