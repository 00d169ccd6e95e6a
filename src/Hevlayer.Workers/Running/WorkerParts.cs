using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>What the parts of one running worker share.</summary>
internal sealed record WorkerParts
{
    public required DocumentWorkerOptions Options { get; init; }

    public required IPipelineGateway Gateway { get; init; }

    public required IDocumentHandler Handler { get; init; }

    public required TimeProvider Clock { get; init; }

    public required Random Random { get; init; }

    public required ILogger Log { get; init; }

    public required WorkerStatus Status { get; init; }

    public required WorkerTelemetry Telemetry { get; init; }

    public required HeldDocuments Held { get; init; }

    /// <summary>Places for documents that are worked on.</summary>
    public required Gate Places { get; init; }

    /// <summary>Room for chunks in memory.</summary>
    public required Gate Memory { get; init; }

    /// <summary>Room for vectors in memory.</summary>
    public required Gate Vectors { get; init; }

    /// <summary>Room for the bodies of writes.</summary>
    public required Gate Bodies { get; init; }

    public required ClaimHolders Holders { get; init; }

    public required RowVersions Versions { get; init; }

    public required Completions Completions { get; init; }

    public required SharedTrouble Trouble { get; init; }

    /// <summary>What is written down beyond the life of the process; null for nothing.</summary>
    public AttemptNotes? Attempts { get; set; }

    /// <summary>Cancelled when the worker begins to end.</summary>
    public required CancellationToken Stopping { get; init; }

    /// <summary>Cancelled when the drain time is over.</summary>
    public required CancellationToken Abort { get; init; }
}
