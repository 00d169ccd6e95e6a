namespace Hevlayer.Workers;

/// <summary>What the engine asks of a kind of work: how its items are taken, and how each is worked on.</summary>
internal interface IWorkAdapter
{
    /// <summary>Whether a call that takes items waits until some come.</summary>
    bool IsLongPoll { get; }

    /// <summary>Called once, before the first items are taken. Never fails.</summary>
    Task StartAsync();

    /// <summary>Takes items; none when there are none.</summary>
    /// <param name="context">How many, and what gives them their leases.</param>
    /// <param name="cancellationToken">Cancelled when there would be no time left to release what comes.</param>
    Task<IReadOnlyList<HeldBatch>> TakeAsync(TakeContext context, CancellationToken cancellationToken);

    /// <summary>The work on an item that this adapter took.</summary>
    ItemWork WorkOn(HeldItem item);
}
