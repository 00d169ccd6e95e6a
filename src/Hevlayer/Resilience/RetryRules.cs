namespace Hevlayer;

/// <summary>The whole rule of what is repeated, as a table.</summary>
internal static class RetryRules
{
    public static bool MayRepeat(GatewayOperation operation, FailureKind kind, TimeSpan sinceFirstAttempt, TimeSpan earlyRepeatWindow) =>
        kind switch
        {
            FailureKind.NotSent or FailureKind.Refused or FailureKind.Draining => true,
            FailureKind.ServerFailed or FailureKind.Interrupted =>
                operation.IsIdempotent && (!operation.RepeatsOnlyEarly || sinceFirstAttempt < earlyRepeatWindow),
            _ => false,
        };
}
