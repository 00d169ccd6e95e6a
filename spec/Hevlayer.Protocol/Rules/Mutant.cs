namespace Hevlayer.Protocol;

/// <summary>One thing left out of the protocol, or done wrong. Each must be rejected.</summary>
internal enum Mutant
{
    /// <summary>The protocol as it is.</summary>
    None,

    /// <summary>Rows go by PUT vectors, which sets the document indexed whoever holds it, instead of by the guarded write and a completion.</summary>
    PutVectors,

    /// <summary>The call that ends a hold does not name its holder.</summary>
    NoHolderGuard,

    /// <summary>The call that ends a hold names neither its holder nor the stage it is to be in.</summary>
    NoGuard,

    /// <summary>A release names neither its holder nor the stage it is to be in.</summary>
    UnguardedRelease,

    /// <summary>A failure names neither its holder nor the stage it is to be in.</summary>
    UnguardedFailure,

    /// <summary>All claims of a worker have one holder, also those of its dead processes.</summary>
    OneHolderPerWorker,

    /// <summary>A worker writes without a look at its lease.</summary>
    NoLeaseCheck,

    /// <summary>The worker counts its lease from the reply to its claim, not from the request.</summary>
    LeaseFromReply,

    /// <summary>The reply to a renewal makes a lease safe again that was over.</summary>
    LateRenewalRevives,

    /// <summary>The gateway renews a lease that is over, whoever has the document now.</summary>
    RenewalAfterExpiry,

    /// <summary>A lease ends at the gateway while its worker still relies on it.</summary>
    NoMargin,

    /// <summary>A worker does not renew its leases.</summary>
    NoRenewal,

    /// <summary>The gateway never ends a lease.</summary>
    NoExpiry,

    /// <summary>A document that is staged again keeps its holder.</summary>
    RestageKeepsHolder,

    /// <summary>A document is completed before its rows are written.</summary>
    CompleteBeforeRows,

    /// <summary>A write replaces newer rows.</summary>
    NoVersionCondition,

    /// <summary>A write leaves older rows of the document in the index.</summary>
    OlderRowsStay,

    /// <summary>A second completion that is refused counts as done, without a look.</summary>
    RefusalIsSuccess,

    /// <summary>A worker that lost its document does not look for rows that it wrote too late.</summary>
    NoLookAfterLoss,

    /// <summary>Nobody writes down what a process works on, so nobody looks for rows that come after its death.</summary>
    NoJournal,

    /// <summary>Somebody looks for rows of a dead process while its last write may still be on its way.</summary>
    LookTooEarly,

    /// <summary>Somebody looks for rows of a dead process once, also while another worker holds the document.</summary>
    LookWhileHeld,
}
