using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Why a document is where it is.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Document">The document.</param>
/// <param name="Stage">Its stage; null where the gateway cannot tell.</param>
/// <param name="Sentence">Why.</param>
/// <param name="Rows">Rows of the document in the target namespace that name it, at most 1,000.</param>
/// <param name="Timeline">What is known to have happened, the oldest first.</param>
/// <param name="Failure">Its row in the ledger; null for none.</param>
/// <param name="NotKnown">What the gateway does not tell.</param>
internal sealed record ExplanationView(
    string Pipeline,
    string Document,
    string? Stage,
    string Sentence,
    int Rows,
    IReadOnlyList<TimelineEntry> Timeline,
    DocumentFailure? Failure,
    IReadOnlyList<string> NotKnown);
