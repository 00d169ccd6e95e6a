namespace Hevlayer.Workers.Simulation;

/// <summary>What goes wrong in a history.</summary>
public enum SimulatedFault
{
    /// <summary>A worker is killed and holds on to nothing; another takes its place.</summary>
    Crash,

    /// <summary>A worker stands still for a time, perhaps beyond its leases, and goes on as if nothing had been.</summary>
    Freeze,

    /// <summary>All workers are replaced one by one, each with an orderly shutdown.</summary>
    Deploy,

    /// <summary>A call never reaches the gateway.</summary>
    LostRequest,

    /// <summary>A call is carried out, but its reply never arrives.</summary>
    LostReply,

    /// <summary>A call or its reply takes seconds.</summary>
    Delay,

    /// <summary>The gateway answers every call with 500, 502, 503 or 504 for a time.</summary>
    Outage,

    /// <summary>A lease ends before its time.</summary>
    TakenLease,

    /// <summary>The wall clock of a worker is set ahead or back.</summary>
    ClockJump,

    /// <summary>A producer stages a document again: another text, the same one, or fewer chunks.</summary>
    Restage,

    /// <summary>A call is answered by somebody else: a proxy's page, a status that no gateway gives, a body cut short.</summary>
    OddReply,

    /// <summary>A connection is reset, before or after the gateway has carried out the call.</summary>
    Reset,

    /// <summary>A reply comes in pieces, with pauses of seconds. With the real client alone.</summary>
    SlowReply,

    /// <summary>A reply never ends. With the real client alone.</summary>
    EndlessReply,

    /// <summary>The embedding model fails for every text, for up to an hour.</summary>
    BrokenModel,

    /// <summary>The provider of the model refuses what goes beyond its quota, and says when to come again.</summary>
    Refusal,

    /// <summary>A document fails at every attempt.</summary>
    Poison,

    /// <summary>A document fails a few times.</summary>
    Flaky,

    /// <summary>The model gives too few vectors for a document, none, null, or one with a number that is not finite.</summary>
    BadVectors,

    /// <summary>The work on a document hangs until it is cancelled.</summary>
    Hang,

    /// <summary>The work on a document hangs and does not listen when it is cancelled.</summary>
    Deaf,

    /// <summary>The chunks of a document are gone.</summary>
    LostChunks,

    /// <summary>A document has no chunks.</summary>
    NoChunks,

    /// <summary>A document kills the process that works on it.</summary>
    Killer,

    /// <summary>The gateway takes no write with rows of a document.</summary>
    BadRow,

    /// <summary>The gateway refuses a write of rows because there are too many (429).</summary>
    Throttle,
}
