using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>What the parts of one running source worker share.</summary>
internal sealed class SourceParts : EngineParts
{
    public SourceParts(SourceWorkerOptions options, IChunkStore chunks, IMessageFeed feed, ITextChunker chunker, WorkerStatus status, SourceTelemetry telemetry, TimeProvider clock, Random random, IUnchangedCheck? unchanged, ILogger log, CancellationToken stopping)
        : base(options.ToLimits(status.DisplayName), status.Progress, telemetry, clock, random, log, stopping)
    {
        Options = options;
        Chunks = chunks;
        Feed = feed;
        Chunker = chunker;
        Telemetry = telemetry;
        Unchanged = unchanged;
    }

    public SourceWorkerOptions Options { get; }

    public IMessageFeed Feed { get; }

    public IChunkStore Chunks { get; }

    public ITextChunker Chunker { get; }

    /// <summary>Says which documents need not be staged; null where all are staged.</summary>
    public IUnchangedCheck? Unchanged { get; }

    public SourceTelemetry Telemetry { get; }

    /// <summary>Keeps the messages of one document apart, in the order received.</summary>
    public Lanes Lanes { get; } = new();
}
