namespace Hevlayer.Protocol;

/// <summary>Steps of producers, of the gateway, of time and of chance in plain words.</summary>
internal static class WorldSentences
{
    public static string Of(Action action, Document before, Document after)
    {
        var who = action.Worker < 0 ? "nobody" : Names.Worker(action.Worker);
        var what = Names.Document(action.Document);
        return action.Kind switch
        {
            ActionKind.Stage => $"a producer stages {what}",
            ActionKind.Restage => $"a producer stages {what} again, with other text in fewer chunks",
            ActionKind.Delete => $"a producer deletes {what}: it is staged without chunks",
            ActionKind.WriteArrives => $"the rows of {who} reach the index{Written(before, after, action.Worker, what)}",
            ActionKind.EndArrives when after.Stage != before.Stage => $"the call of {who} reaches the gateway: {what} is {Names.Word(after.Stage)}",
            ActionKind.EndArrives => $"the gateway refuses the call of {who}: {what} is not its own",
            ActionKind.DeletionArrives => $"the rows of {who} are deleted",
            ActionKind.PutBackArrives => $"the call of {who} reaches the gateway: {what} is {Names.Word(after.Stage)}",
            ActionKind.LateCallArrives when after.Stage != before.Stage => $"a call of the dead process of {who} reaches the gateway: {what} is {Names.Word(after.Stage)}",
            ActionKind.LateCallArrives => $"a call of the dead process of {who} reaches the gateway{(after.Rows == before.Rows ? " in vain" : ", and its rows the index")}",
            ActionKind.ReleaseAbandoned => $"the next process finds {what} in its journal and gives it back",
            ActionKind.LookAfterAbandoned when after.Stage != before.Stage => $"the next process puts {what} back, for rows that may have come late",
            ActionKind.LookAfterAbandoned => $"the next process looks after {what}: it is {Names.Word(after.Stage)}, and nothing is done",
            ActionKind.LeaseAges => $"time passes until {who} cannot rely on its lease on {what}",
            ActionKind.DelayReply => $"the reply is late: {who} cannot rely on its lease on {what}",
            ActionKind.Expire => $"the gateway ends the lease on {what}: it is pending",
            ActionKind.LoseRequest => $"the call of {who} is lost on its way",
            ActionKind.LoseReply when after.Stage != before.Stage || after.Rows != before.Rows => $"the call of {who} reaches the gateway, {what} is {Names.Word(after.Stage)}, and the reply is lost",
            ActionKind.LoseReply => $"the reply to {who} is lost",
            _ => $"{who} goes on with {what}",
        };
    }

    /// <summary>What happens to a whole process.</summary>
    public static string OfProcess(Action action) => $"{Names.Worker(action.Worker)} {action.Kind switch
    {
        ActionKind.Crash => "crashes",
        ActionKind.Freeze => "stands still",
        _ => "goes on",
    }}";

    private static string Written(Document before, Document after, int worker, string what) =>
        after.Holds[worker].Phase == Phase.Checking ? ", where newer ones keep some out"
        : after.Stage != before.Stage ? $": {what} is {Names.Word(after.Stage)}"
        : string.Empty;
}
