namespace Hevlayer.Workers;

/// <summary>
/// The calls of one worker about one function. Calls under a lease ask before each attempt whether it still holds, the
/// client's own retries included.
/// </summary>
internal interface IFunctionGateway
{
    /// <summary>Claims rows for a holder; none when there is nothing to do, or the function is paused.</summary>
    Task<IReadOnlyList<UdfClaimedItem>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken);

    /// <summary>Renews leases of one holder and gives the number of those that are still its own.</summary>
    Task<long> HeartbeatAsync(IReadOnlyList<UdfItemRef> rows, string holder, CancellationToken cancellationToken);

    /// <summary>Writes the results for rows that the holder holds, and tells how many it did hold.</summary>
    Task<MoveReply> CompleteAsync(IReadOnlyList<UdfCompleteItem> rows, string holder, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>Reports failures of rows that the holder holds, and tells how many it did hold.</summary>
    Task<MoveReply> FailAsync(IReadOnlyList<UdfFailItem> rows, string holder, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>The version of the function that rows are marked with when they are completed now.</summary>
    Task<string> VersionAsync(CancellationToken cancellationToken);

    /// <summary>Registers the function, or brings it to the version of the specification.</summary>
    Task EnsureAsync(UdfSpec spec, CancellationToken cancellationToken);
}
