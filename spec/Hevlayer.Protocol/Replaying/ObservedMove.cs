namespace Hevlayer.Protocol;

/// <summary>Which event a step of the model shows to somebody who watches; most show none.</summary>
internal static class ObservedMove
{
    /// <summary>The event, and its worker where one is known for it; null for a step that nobody sees.</summary>
    public static (EventKind Kind, int? Worker)? Of(Document before, Move move)
    {
        var after = move.Next;
        var hold = move.Worker >= 0 ? before.Holds[move.Worker] : default;
        (EventKind, int?)? Seen(EventKind kind) => (kind, move.Worker >= 0 ? move.Worker : null);
        return move.Kind switch
        {
            ActionKind.Stage or ActionKind.Restage => (EventKind.Stage, null),
            ActionKind.Delete => (EventKind.Delete, null),
            ActionKind.Claim => Seen(EventKind.Claim),
            ActionKind.Renew => Seen(after.Holds[move.Worker].Phase == Phase.Renewed ? EventKind.Renew : EventKind.RenewRefused),
            ActionKind.WriteArrives => Seen(after.Holds[move.Worker].Phase == Phase.Checking ? EventKind.WriteKeptOut : EventKind.Write),
            ActionKind.LoseReply when hold.Phase == Phase.Writing => Seen(IsKeptOut(before, hold.Content, hold.Version) ? EventKind.WriteKeptOut : EventKind.Write),
            ActionKind.EndArrives => Seen(EndOf(before, after, hold.Target)),
            ActionKind.LoseReply when hold.Phase is Phase.Ending or Phase.EndingAgain => Seen(EndOf(before, after, hold.Target)),
            ActionKind.LateCallArrives => Seen(OfLateCall(before, after)),
            ActionKind.ReleaseAbandoned => (EventKind.Release, null),
            ActionKind.PutBackArrives or ActionKind.LookAfterAbandoned when before.Stage != after.Stage => Seen(EventKind.PutBack),
            ActionKind.Expire => (EventKind.Expire, null),
            _ => null,
        };
    }

    private static EventKind EndOf(Document before, Document after, Stage target) =>
        before.Stage == after.Stage ? EventKind.EndRefused : target switch
        {
            Stage.Indexed => EventKind.Complete,
            Stage.Failed => EventKind.Fail,
            _ => EventKind.Release,
        };

    private static EventKind OfLateCall(Document before, Document after)
    {
        var gone = before.Orphans.Items.Where((orphan, at) => before.Orphans.Without(at).Items.Length == after.Orphans.Items.Length && !after.Orphans.Items.Contains(orphan)).ToList();
        var call = gone.Count > 0 ? gone[0] : before.Orphans[0];
        return call.IsWrite
            ? IsKeptOut(before, call.Content, call.Version) ? EventKind.WriteKeptOut : EventKind.Write
            : EndOf(before, after, call.Target);
    }

    private static bool IsKeptOut(Document document, Content content, int version) =>
        Rows.PlacesOf(content).Any(place => document.Rows[place].Version > version);
}
