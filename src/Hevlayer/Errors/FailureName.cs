namespace Hevlayer;

/// <summary>What went wrong, in a few words for the message of a later error; nothing of what the server wrote.</summary>
internal static class FailureName
{
    public static string Of(HevlayerException failure) => failure switch
    {
        { StatusCode: { } status, Code: { } code } => $"{(int)status} {code}",
        { StatusCode: { } status } => $"{(int)status}",
        HevlayerTimeoutException => "a time-out",
        HevlayerConnectionException { Kind: FailureKind.NotSent } => "no connection",
        HevlayerConnectionException => "a broken connection",
        _ => "an error",
    };
}
