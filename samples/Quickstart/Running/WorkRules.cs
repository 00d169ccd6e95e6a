using System.Net;

namespace Hevlayer.Quickstart;

/// <summary>What to do after a call for one document failed.</summary>
internal static class WorkRules
{
    /// <summary>Tries of one document in one run.</summary>
    public const int MostTries = 3;

    /// <summary>Decides by the failure and by how often the document was tried.</summary>
    /// <param name="failure">The failure; the client's own retries are used up.</param>
    /// <param name="tries">Tries so far, this one included.</param>
    public static AfterFailure Decide(HevlayerException failure, int tries) => failure switch
    {
        { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => AfterFailure.EndRun,
        HevlayerConnectionException when tries >= MostTries => AfterFailure.EndRun,
        { IsTransient: true } when tries < MostTries => AfterFailure.Release,
        _ => AfterFailure.Fail,
    };
}
