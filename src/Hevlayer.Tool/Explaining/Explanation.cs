using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Says why a document is where it is, and what nobody can tell.</summary>
internal static class Explanation
{
    public static ExplanationView Of(DocumentFacts facts) => new(
        facts.Status.PipelineId,
        facts.DocumentId,
        facts.Stage?.Value,
        SentenceOf(facts),
        facts.Rows,
        [.. TimelineOf(facts.Failure)],
        facts.Failure,
        [.. NotKnown(facts)]);

    private static string SentenceOf(DocumentFacts facts)
    {
        var name = $"Document '{facts.DocumentId}'";
        return facts switch
        {
            { IsKnown: false } => $"Pipeline '{facts.Status.PipelineId}' has no document '{facts.DocumentId}'{(facts.Rows > 0 ? $", but namespace '{facts.TargetNamespace}' has {Rows(facts)} of it" : "")}.",
            { MayAsk: false, Failure: { } failure } => $"{name} has failed, says the ledger: {Reason(failure)}",
            { MayAsk: false } => $"{name} is staged; the key may not ask for its stage, which needs the scope write.",
            _ when facts.Stage == DocumentStage.Indexed => $"{name} is indexed: {Rows(facts)} of it {(facts.Rows == 1 ? "is" : "are")} in namespace '{facts.TargetNamespace}'.",
            _ when facts.Stage == DocumentStage.Failed => facts.Failure is { } failure ? $"{name} has failed: {Reason(failure)}" : $"{name} has failed, and the ledger does not say why: {WithoutReason(facts)}",
            _ when facts.Stage == DocumentStage.Pending => $"{name} waits to be claimed{Again(facts.Failure)}: {Waiting(facts.Status)}",
            _ => $"{name} is held by a worker, or in a stage that a worker uses{Again(facts.Failure)}: {Screen.Number(facts.Status.ProcessingCount)} documents of the pipeline are held under leases, and come back when those are over.",
        };
    }

    private static string Rows(DocumentFacts facts) => facts.Rows == 1 ? "1 row" : $"{Screen.Number(facts.Rows)} rows";

    private static string Reason(DocumentFailure failure) =>
        $"{failure.Reason.TrimEnd('.')} ({failure.Kind}, after {Screen.Number(failure.Attempts)} failed attempts, by worker '{failure.WorkerId}').";

    private static string WithoutReason(DocumentFacts facts) => facts.Status.FailedReasons.Count == 0
        ? "it was moved by hand, or by a worker that keeps no ledger."
        : $"the gateway itself has failed documents of this pipeline, for these reasons: {string.Join("; ", facts.Status.FailedReasons.Keys)}.";

    private static string Again(DocumentFailure? failure) => failure switch
    {
        null => "",
        { RedrivenAt: not null } => " after it failed and was put back",
        _ => " after it failed, was put back by hand or staged again",
    };

    private static string Waiting(PipelineStatus status) => status switch
    {
        { ProcessingCount: 0, IndexedRatePerMin: 0 } => $"{Screen.Number(status.PendingCount)} documents wait, none is held and none was indexed recently, so perhaps no worker is running.",
        { ProcessingCount: 0 } => $"{Screen.Number(status.PendingCount)} documents wait, and none is held.",
        _ => $"{Screen.Number(status.PendingCount)} documents wait, {Screen.Number(status.ProcessingCount)} are held, {Screen.Number(status.IndexedRatePerMin)} a minute are indexed.",
    };

    private static IEnumerable<TimelineEntry> TimelineOf(DocumentFailure? failure)
    {
        if (failure is null)
        {
            yield break;
        }

        if (failure.FirstAt != failure.LastAt)
        {
            yield return new(failure.FirstAt, "failed first");
        }

        yield return new(failure.LastAt, $"failed ({failure.Kind}): {failure.Reason}");
        if (failure.RedrivenAt is { } at)
        {
            yield return new(at, "was put back");
        }
    }

    private static IEnumerable<string> NotKnown(DocumentFacts facts)
    {
        if (facts is { IsKnown: true, MayAsk: true, Stage: null })
        {
            yield return "which worker holds the document, and until when";
        }

        if (facts.IsKnown)
        {
            yield return "when the document was staged";
        }

        if (facts.Stage == DocumentStage.Indexed && facts.Rows == 0)
        {
            yield return "which rows are of the document, where a worker wrote them with PutVectors";
        }
    }
}
