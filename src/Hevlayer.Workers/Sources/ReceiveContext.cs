namespace Hevlayer.Workers;

/// <summary>What a worker asks of its source.</summary>
public sealed class ReceiveContext
{
    /// <summary>Most messages to give, at least 1.</summary>
    public required int Limit { get; init; }

    /// <summary>The clock of the worker, for every wait.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Cancelled when the worker drains: what is received now is released at once. A source that waits, and can stop that
    /// without losing a message that is on its way, stops and gives what it has.
    /// </summary>
    public CancellationToken Stopping { get; init; }
}
