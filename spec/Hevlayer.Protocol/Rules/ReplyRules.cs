namespace Hevlayer.Protocol;

/// <summary>What a worker does with a reply that says something of its lease, and with a document that it lost.</summary>
internal static class ReplyRules
{
    public static (ActionKind Kind, Document Next)? Of(Document document, int worker, Mutant mutant)
    {
        var hold = document.Holds[worker];
        (ActionKind, Document)? Then(ActionKind kind, Hold next) => (kind, document.With(worker, next));
        return hold.Phase switch
        {
            Phase.Granted when hold.IsSafe || mutant == Mutant.LeaseFromReply => (ActionKind.ReceiveClaim, Begun(document, worker)),
            Phase.Granted => Then(ActionKind.ReceiveClaim, default),
            Phase.Renewed when mutant == Mutant.LateRenewalRevives => Then(ActionKind.ReceiveRenewal, Revived(hold).To(Phase.Working)),
            Phase.Renewed => Then(ActionKind.ReceiveRenewal, hold.To(Phase.Working)),
            Phase.Checking when document.IsHeldBy(worker) && hold.IsSafe => (ActionKind.CheckLease, Versions.Raised(document, worker)),
            Phase.Checking => Then(ActionKind.CheckLease, WorkRules.Lost(hold, mutant)),
            Phase.Asking when document.Stage == hold.Target || mutant == Mutant.RefusalIsSuccess => Then(ActionKind.Ask, default),
            Phase.Asking => Then(ActionKind.Ask, hold.Lose()),
            Phase.Lost => Then(ActionKind.Look, hold.To(Found(document, hold))),
            _ => null,
        };
    }

    // The version is taken before the chunks are read: whatever has a higher one was read later.
    private static Document Begun(Document document, int worker) => document.With(
        worker,
        (Revived(document.Holds[worker]) with { Content = document.Newest, Version = Versions.Next(document) }).To(Phase.Working));

    private static Hold Revived(Hold hold) => hold.Lease == Lease.Over ? hold with { Lease = Lease.Mistaken } : hold;

    // Rows of this attempt beside newer ones are leftovers; without newer ones, whoever has the document next replaces them.
    private static Phase Found(Document document, Hold hold)
    {
        var versions = Rows.PlacesOf(hold.Content).Select(place => document.Rows[place].Version).ToList();
        return !versions.Contains(hold.Version) ? Phase.Idle
            : versions.Exists(version => version > hold.Version) ? Phase.Deleting
            : Phase.PuttingBack;
    }
}
