namespace Hevlayer.Protocol;

/// <summary>What can happen, one step of the model each.</summary>
internal enum ActionKind
{
    // Producers
    Stage,
    Restage,
    Delete,

    // Workers
    Claim,
    ReceiveClaim,
    Renew,
    ReceiveRenewal,
    Write,
    CheckLease,
    Complete,
    Fail,
    Release,
    EndAgain,
    Ask,
    NoticeLoss,
    Look,

    // Calls that arrive at the gateway
    WriteArrives,
    EndArrives,
    DeletionArrives,
    PutBackArrives,
    LateCallArrives,

    // A process that takes the place of a dead one
    ReleaseAbandoned,
    LookAfterAbandoned,

    // Time
    LeaseAges,
    Expire,

    // Faults
    Crash,
    Freeze,
    Thaw,
    LoseRequest,
    LoseReply,
    DelayReply,
}
