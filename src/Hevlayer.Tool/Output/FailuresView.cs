using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>The failed documents of a pipeline.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Ledger">The namespace of its ledger.</param>
/// <param name="FailedCount">Documents that the gateway counts in <c>failed</c>, up to 15 seconds ago.</param>
/// <param name="FailedReasons">Reasons that the gateway itself keeps, with their documents.</param>
/// <param name="Groups">The reasons; null where documents are listed.</param>
/// <param name="Documents">The documents; null where reasons are listed.</param>
internal sealed record FailuresView(
    string Pipeline,
    string Ledger,
    long FailedCount,
    IReadOnlyDictionary<string, long> FailedReasons,
    IReadOnlyList<FailureGroup>? Groups,
    IReadOnlyList<DocumentFailure>? Documents);
