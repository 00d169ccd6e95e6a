namespace Hevlayer.Workers.Tests;

/// <summary>Numbers of the log's messages, which operators filter by.</summary>
internal static class LogIds
{
    public const int ShutdownTooLong = 4;
    public const int TakeFailed = 11;
    public const int TakingPaused = 12;
    public const int RenewalFailed = 20;
    public const int LeaseLost = 21;
    public const int DocumentCompleted = 30;
    public const int AttemptFailed = 31;
    public const int DocumentFailed = 32;
    public const int SettlementFailed = 33;
    public const int NotFailed = 34;
    public const int HandlerAbandoned = 35;
    public const int RunBroken = 36;
    public const int NotReleased = 41;
    public const int LoopStuck = 51;
    public const int BatchSplit = 60;
    public const int RowsClaimed = 201;
    public const int RowReturned = 203;
    public const int RowFailed = 204;
    public const int RowsEndedInPart = 207;
    public const int OtherVersion = 208;
    public const int FunctionEnsured = 209;
}
