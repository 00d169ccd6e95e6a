namespace Hevlayer.Protocol;

/// <summary>Steps of a worker in plain words.</summary>
internal static class WorkSentences
{
    /// <summary>The sentence; null when the step is not a worker's.</summary>
    public static string? Of(Action action, Document before, Document after)
    {
        var who = Names.Worker(action.Worker);
        var what = Names.Document(action.Document);
        var hold = before.Holds[action.Worker];
        var then = after.Holds[action.Worker].Phase;
        return action.Kind switch
        {
            ActionKind.Claim => $"{who} claims {what}; the reply is on its way",
            ActionKind.ReceiveClaim when then == Phase.Idle => $"the reply reaches {who} when its lease is no longer safe: it leaves {what} alone",
            ActionKind.ReceiveClaim => $"{who} holds {what} and reads {Chunks(before.Newest)}",
            ActionKind.Renew when then == Phase.Renewed => $"the gateway renews the lease of {who} on {what}; the reply is on its way",
            ActionKind.Renew => $"the gateway refuses to renew the lease of {who}: {what} is lost",
            ActionKind.ReceiveRenewal => $"{who} has the reply to its renewal",
            ActionKind.Write => $"{who} sends its rows of {what}",
            ActionKind.CheckLease when then == Phase.Working => $"{who} asks, still holds {what}, and takes a higher version",
            ActionKind.CheckLease => $"{who} asks, and {what} is no longer its own",
            ActionKind.Complete => $"{who} sends the call that completes {what}",
            ActionKind.Fail => $"{who} sends the call that fails {what}",
            ActionKind.Release => $"{who} ends, and sends the call that gives {what} back",
            ActionKind.EndAgain => $"{who} sends the call once more",
            ActionKind.Ask when before.Stage == hold.Target => $"{who} sees {what} where it was to get to",
            ActionKind.Ask when then == Phase.Idle => $"{who} takes {what} for completed",
            ActionKind.Ask => $"{who} does not see {what} where it was to get to: it is lost",
            ActionKind.NoticeLoss => $"{who} sees by its clock that its lease on {what} is over",
            ActionKind.Look when then == Phase.Deleting => $"{who} finds its rows of {what} beside newer ones, and sends a call that deletes them",
            ActionKind.Look when then == Phase.PuttingBack => $"{who} finds its rows of {what}, and sends a call that puts it back",
            ActionKind.Look => $"{who} finds none of its rows of {what}",
            _ => null,
        };
    }

    private static string Chunks(Content content) => content switch
    {
        Content.First => "the chunks that were staged first",
        Content.Second => "the chunks that were staged last",
        _ => "that it has no chunks",
    };
}
