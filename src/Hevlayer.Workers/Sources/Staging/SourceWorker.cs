using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>One running worker that receives messages of a source and stages their documents.</summary>
internal sealed class SourceWorker : WorkerEngine
{
    public SourceWorker(SourceWorkerOptions options, IChunkStore chunks, IMessageFeed feed, ITextChunker chunker, WorkerStatus status, SourceTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping, IUnchangedCheck? unchanged = null)
        : this(new SourceParts(options, chunks, feed, chunker, status, telemetry, clock, random, unchanged, log, stopping))
    {
    }

    private SourceWorker(SourceParts parts)
        : base(parts, new SourceAdapter(parts))
    {
    }
}
