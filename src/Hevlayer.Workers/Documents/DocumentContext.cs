namespace Hevlayer.Workers;

/// <summary>A claimed document, while a handler works on it.</summary>
public sealed class DocumentContext
{
    /// <summary>Id of the document.</summary>
    public required string Id { get; init; }

    /// <summary>The pipeline it comes from.</summary>
    public required string PipelineId { get; init; }

    /// <summary>The worker that holds its lease.</summary>
    public required string WorkerId { get; init; }

    /// <summary>Its chunks in their order; empty only where <see cref="DocumentWorkerOptions.ReadChunks"/> is off.</summary>
    public IReadOnlyList<Chunk> Chunks { get; init; } = [];

    /// <summary>How often this worker has begun to work on it, this time included; from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The clock of the worker, for every pause a handler makes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Cancelled when the lease is lost: another worker has the document or will get it, and nothing may be written for it
    /// any more.
    /// </summary>
    public CancellationToken LeaseLost { get; init; }

    /// <summary>
    /// Cancelled when the worker begins to shut down. The work may go on for <see cref="WorkerShutdownOptions.DrainTime"/>,
    /// and its result counts; long work that cannot end in that time may save its progress and throw.
    /// </summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Cancelled when the time of the handler is over; then the attempt has failed.</summary>
    public CancellationToken Deadline { get; init; }

    /// <summary>Looks at the rows that the document has, with those of some ids among them; null where rows are not asked for.</summary>
    internal Func<IReadOnlyList<string>, CancellationToken, Task<RowView>>? ViewRows { get; init; }

    /// <summary>The rows that it has, where they were asked for ahead; null where they were not.</summary>
    internal RowView? View { get; init; }

    /// <summary>Why the work has to end; <see cref="WorkEnd.None"/> while it may go on.</summary>
    public WorkEnd End => LeaseLost.IsCancellationRequested ? WorkEnd.LeaseLost
        : Deadline.IsCancellationRequested ? WorkEnd.Deadline
        : Stopping.IsCancellationRequested ? WorkEnd.Stopping
        : WorkEnd.None;
}
