using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>What the parts of one running source worker share.</summary>
internal sealed record SourceParts
{
    public required SourceWorkerOptions Options { get; init; }

    public required IMessageFeed Feed { get; init; }

    public required IChunkStore Chunks { get; init; }

    public required ITextChunker Chunker { get; init; }

    public required TimeProvider Clock { get; init; }

    public required Random Random { get; init; }

    public required ILogger Log { get; init; }

    public required WorkerStatus Status { get; init; }

    public required SourceTelemetry Telemetry { get; init; }

    public required HeldMessages Held { get; init; }

    /// <summary>Places for documents that are worked on.</summary>
    public required Gate Places { get; init; }

    /// <summary>Keeps the messages of one document apart, in the order received.</summary>
    public required DocumentLanes Lanes { get; init; }

    /// <summary>Cancelled when the worker begins to end.</summary>
    public required CancellationToken Stopping { get; init; }

    /// <summary>Cancelled when the drain time is over.</summary>
    public required CancellationToken Abort { get; init; }

    /// <summary>Notes that a message is no longer ours; nothing more is done with it.</summary>
    public void Lose(HeldMessage held)
    {
        Status.LostLease();
        Telemetry.LeaseLost();
        Log.MessageLost(held.DocumentId);
    }
}
