namespace Hevlayer.Workers;

/// <summary>A claimed row, while a function works on it.</summary>
public sealed class FunctionItem
{
    /// <summary>The namespace that the row is in.</summary>
    public required string Namespace { get; init; }

    /// <summary>Id of the row.</summary>
    public required string Id { get; init; }

    /// <summary>The attributes of the row that the function declares as inputs; one that the row does not have is missing.</summary>
    public AttributeMap Input { get; init; } = [];

    /// <summary>The function.</summary>
    public string FunctionId { get; init; } = string.Empty;

    /// <summary>The worker that holds its lease.</summary>
    public string WorkerId { get; init; } = string.Empty;

    /// <summary>
    /// Attempts at the row since the worker claimed it, this one included; from 1. The gateway does not say
    /// how often it was claimed before.
    /// </summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The clock of the worker, for every pause a handler makes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Cancelled when the lease is lost: another worker has the row or will get it, and nothing may be written for it any
    /// more.
    /// </summary>
    public CancellationToken LeaseLost { get; init; }

    /// <summary>
    /// Cancelled when the worker begins to shut down. The work may go on for <see cref="WorkerShutdownOptions.DrainTime"/>,
    /// and its result counts.
    /// </summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Cancelled when the time of the handler is over; then the attempt has failed.</summary>
    public CancellationToken Deadline { get; init; }

    /// <summary>Why the work has to end; <see cref="WorkEnd.None"/> while it may go on.</summary>
    public WorkEnd End => LeaseLost.IsCancellationRequested ? WorkEnd.LeaseLost
        : Deadline.IsCancellationRequested ? WorkEnd.Deadline
        : Stopping.IsCancellationRequested ? WorkEnd.Stopping
        : WorkEnd.None;
}
