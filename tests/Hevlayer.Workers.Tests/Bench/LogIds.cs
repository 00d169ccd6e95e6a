namespace Hevlayer.Workers.Tests;

/// <summary>Numbers of the log's messages, which operators filter by.</summary>
internal static class LogIds
{
    public const int ShutdownTooLong = 4;
    public const int ClaimFailed = 11;
    public const int ClaimsHeldBack = 12;
    public const int HeartbeatFailed = 20;
    public const int LeaseLost = 21;
    public const int DocumentSettled = 30;
    public const int AttemptFailed = 31;
    public const int DocumentFailed = 32;
    public const int SettlementFailed = 33;
    public const int NotSetAside = 34;
    public const int HandlerAbandoned = 35;
    public const int RunBroken = 36;
    public const int NotHandedBack = 41;
    public const int LoopStuck = 51;
    public const int BatchSplit = 60;
}
