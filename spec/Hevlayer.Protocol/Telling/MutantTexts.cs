namespace Hevlayer.Protocol;

/// <summary>What each mutant does wrong, in plain words.</summary>
internal static class MutantTexts
{
    public static string Of(Mutant mutant) => mutant switch
    {
        Mutant.PutVectors => "Rows go by PUT vectors, which sets the document indexed whoever holds it.",
        Mutant.NoHolderGuard => "The call that ends a hold does not name its holder.",
        Mutant.NoGuard => "The call that ends a hold names neither its holder nor the stage.",
        Mutant.UnguardedRelease => "A release names neither its holder nor the stage.",
        Mutant.UnguardedFailure => "A failure names neither its holder nor the stage.",
        Mutant.OneHolderPerWorker => "All claims of a worker have one holder, also those of its dead processes.",
        Mutant.NoLeaseCheck => "A worker writes without a look at its lease.",
        Mutant.LeaseFromReply => "A worker counts its lease from the reply to its claim.",
        Mutant.LateRenewalRevives => "The reply to a renewal makes a lease safe again that was over.",
        Mutant.RenewalAfterExpiry => "The gateway renews a lease that is over, whoever has the document now.",
        Mutant.NoMargin => "A lease ends at the gateway while its worker still relies on it.",
        Mutant.NoRenewal => "A worker does not renew its leases.",
        Mutant.NoExpiry => "The gateway never ends a lease.",
        Mutant.RestageKeepsHolder => "A document that is staged again keeps its holder.",
        Mutant.CompleteBeforeRows => "A document is completed before its rows are written.",
        Mutant.NoVersionCondition => "A write replaces newer rows.",
        Mutant.OlderRowsStay => "A write leaves older rows of the document in the index.",
        Mutant.RefusalIsSuccess => "A second completion that is refused counts as done, without a look.",
        Mutant.NoLookAfterLoss => "A worker that lost its document does not look for rows that came too late.",
        Mutant.NoJournal => "Nobody writes down what a process works on, so nobody looks for rows that come after its death.",
        Mutant.LookTooEarly => "Somebody looks for rows of a dead process while its last write may still be on its way.",
        Mutant.LookWhileHeld => "Somebody looks for rows of a dead process once, also while another worker holds the document.",
        _ => "The protocol as it is.",
    };
}
