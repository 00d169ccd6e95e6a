namespace Hevlayer.Protocol;

/// <summary>Calls that arrive at the gateway, those of dead processes too.</summary>
internal static class ArrivalRules
{
    public static (ActionKind Kind, Document Next)? Of(Document document, int worker, Mutant mutant)
    {
        var hold = document.Holds[worker];
        var gateway = new Gateway(mutant);
        switch (hold.Phase)
        {
            case Phase.Writing:
                var (written, isWhole) = gateway.Write(document, hold.Content, hold.Version);
                return (ActionKind.WriteArrives, written.With(worker, mutant == Mutant.PutVectors ? default : hold.To(isWhole ? Phase.Written : Phase.Checking)));
            case Phase.Ending or Phase.EndingAgain:
                var ended = gateway.End(document, hold.Target, document.IsHeldBy(worker));
                return (ActionKind.EndArrives, (ended ?? document).With(worker, ended is null ? Refused(hold, mutant) : default));
            case Phase.Deleting:
                var left = document.Rows.Without(row => row.Version == hold.Version);
                return (ActionKind.DeletionArrives, (document with { Rows = left }).With(worker, default));
            case Phase.PuttingBack:
                return (ActionKind.PutBackArrives, PutBack(document).With(worker, default));
            default:
                return null;
        }
    }

    /// <summary>Calls whose processes are dead.</summary>
    public static IEnumerable<(int Worker, Document Next)> OfOrphans(Document document, Mutant mutant)
    {
        var gateway = new Gateway(mutant);
        for (var index = 0; index < document.Orphans.Items.Length; index++)
        {
            var orphan = document.Orphans[index];
            var without = document with { Orphans = document.Orphans.Without(index) };
            yield return (orphan.Worker, orphan.IsWrite
                ? gateway.Write(without, orphan.Content, orphan.Version).Document
                : gateway.End(without, orphan.Target, gateway.IsHolder(document, orphan)) ?? without);
        }
    }

    /// <summary>An indexed document is pending again; any other stays where it is.</summary>
    public static Document PutBack(Document document) =>
        document.Stage == Stage.Indexed ? Gateway.Moved(document, Stage.Pending) : document;

    // A first call that is refused was too late. A second one may be refused for what the first has done.
    private static Hold Refused(Hold hold, Mutant mutant) => hold switch
    {
        { Target: Stage.Pending } => default,
        { Phase: Phase.Ending } => WorkRules.Lost(hold, mutant),
        _ => hold.To(Phase.Asking),
    };
}
