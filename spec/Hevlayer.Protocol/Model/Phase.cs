namespace Hevlayer.Protocol;

/// <summary>
/// How far one worker is with one document. A reply that is on its way is seen by nobody but its worker, and whoever stands
/// still looks at it when it goes on; so a reply comes with the call's arrival, but for those that bring or lengthen a lease.
/// </summary>
internal enum Phase
{
    Idle,

    /// <summary>Claimed; the reply is on its way.</summary>
    Granted,

    /// <summary>The chunks are read, and an attempt with a version of its own is under way.</summary>
    Working,

    /// <summary>The gateway has renewed the lease; the reply is on its way.</summary>
    Renewed,

    /// <summary>Rows are on their way to the index.</summary>
    Writing,

    /// <summary>Newer rows kept some out: the worker is to ask whether the document is still its own.</summary>
    Checking,

    /// <summary>The worker knows that its rows are written.</summary>
    Written,

    /// <summary>The call that ends the hold is on its way to the gateway.</summary>
    Ending,

    /// <summary>A message of that call was lost: the worker does not know whether the hold has ended.</summary>
    Unsure,

    /// <summary>The same call once more, on its way to the gateway.</summary>
    EndingAgain,

    /// <summary>That was refused: the worker is to look for the document in the stage it was to get to.</summary>
    Asking,

    /// <summary>The document is lost, and rows of the attempt may be in the index.</summary>
    Lost,

    /// <summary>A call that deletes the rows of this attempt is on its way.</summary>
    Deleting,

    /// <summary>A call that puts the document back if it is indexed is on its way.</summary>
    PuttingBack,
}
