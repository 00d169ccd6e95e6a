namespace Hevlayer.Protocol;

/// <summary>What is wrong when a promise is broken.</summary>
internal static class PromiseTexts
{
    public static string Of(Promise promise) => promise switch
    {
        Promise.NewestIsIndexed => "The document is indexed, and its rows are not those of what was staged last.",
        Promise.LeftoversAreSought => "An older row stays beside the indexed document, and nobody will look for it.",
        Promise.HeldOnlyInItsStage => "The document has a holder, and is not in the claim stage.",
        Promise.NoCallUnderALeaseThatIsOver => "That call began under a lease that its worker could not rely on.",
        Promise.LeaseIsExclusive => "A worker whose lease still runs has lost the document to somebody else.",
        Promise.FailureIsOfTheNewest => "The document has failed for something older than what was staged last.",
        Promise.SuccessWasSeen => "The worker takes the document for completed, and it is not.",
        Promise.EveryDocumentEnds => "Nothing more happens, and not every document has ended indexed or failed.",
        Promise.NothingGoesInCircles => "The last steps can go on for ever like this.",
        _ => "Every promise holds.",
    };
}
