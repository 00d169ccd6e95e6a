namespace Hevlayer.Protocol;

/// <summary>What the arrows of the picture are called.</summary>
internal static class PictureLabels
{
    public static string OfStage(Action action, Stage after) => action.Kind switch
    {
        ActionKind.Stage => "stage",
        ActionKind.Restage or ActionKind.Delete => "stage again",
        ActionKind.Claim => "claim",
        ActionKind.Expire => "lease over",
        ActionKind.ReleaseAbandoned => "release",
        ActionKind.LookAfterAbandoned or ActionKind.PutBackArrives => "put back",
        _ => after switch
        {
            Stage.Indexed => "complete",
            Stage.Failed => "fail",
            _ => "release",
        },
    };

    public static string OfPhase(Action action) => action.Kind switch
    {
        ActionKind.ReceiveClaim or ActionKind.ReceiveRenewal => "reply",
        ActionKind.WriteArrives or ActionKind.EndArrives or ActionKind.DeletionArrives or ActionKind.PutBackArrives => "arrives",
        ActionKind.CheckLease or ActionKind.Ask => "ask",
        ActionKind.Complete or ActionKind.Fail or ActionKind.Release => Names.Word(action.Kind),
        ActionKind.EndAgain => "retry",
        ActionKind.NoticeLoss => "lease over",
        ActionKind.LoseRequest or ActionKind.LoseReply => "message lost",
        _ => Names.Word(action.Kind),
    };
}
