namespace Hevlayer.Protocol;

/// <summary>What must hold of every state and every step.</summary>
internal enum Promise
{
    None,

    /// <summary>Every row of what was staged last is there, and made from it, when a document is indexed.</summary>
    NewestIsIndexed,

    /// <summary>An older row stays beside an indexed document only while the one who wrote it too late still has to look.</summary>
    LeftoversAreSought,

    /// <summary>A document has a holder exactly while it is in the claim stage: nothing is both indexed and held.</summary>
    HeldOnlyInItsStage,

    /// <summary>No call that needs a lease begins under one that is over.</summary>
    NoCallUnderALeaseThatIsOver,

    /// <summary>Nobody but its holder ends a hold whose lease runs, except a producer that stages the document again.</summary>
    LeaseIsExclusive,

    /// <summary>A document fails for what was staged last, and not for something older.</summary>
    FailureIsOfTheNewest,

    /// <summary>A worker takes a document for completed only when the gateway said so, or it saw the document there.</summary>
    SuccessWasSeen,

    /// <summary>Every document ends indexed or failed: from where nothing but faults can happen, nothing is left to do.</summary>
    EveryDocumentEnds,

    /// <summary>Work goes on: no circle of steps without a fault or a renewal.</summary>
    NothingGoesInCircles,
}
