namespace Hevlayer.Local;

/// <summary>Finds the faults that concern a document or the claims of a pipeline.</summary>
internal static class FaultsAround
{
    private static readonly string Claims = GatewayOperations.ClaimDocuments.Id;

    private static readonly string[] Work =
    [
        Claims, GatewayOperations.HeartbeatDocuments.Id, GatewayOperations.SetDocumentsStage.Id, GatewayOperations.GetPipelineDocumentChunks.Id, GatewayOperations.PutPipelineDocumentVectors.Id,
    ];

    /// <summary>The faults that strike, or may strike, what workers do with a document.</summary>
    public static IReadOnlyList<FaultSight> Of(InjectedFaults faults, PipelineSight pipeline, DocumentSight document) =>
    [
        .. Reaching(faults, pipeline)
            .Where(added => (added.Fault.Operation is null || Work.Contains(added.Fault.Operation)) && (added.Fault.Document is null || added.Fault.Document == document.Id))
            .Select(added => (added, Holds: HoldsWork(added, pipeline, document) || (document.Lease is null && HoldsClaims(added, pipeline, document.Stage, document.Id))))
            .Where(static one => one.Holds || !one.added.IsSpent)
            .Select(static one => Sight(one.added, one.Holds)),
    ];

    /// <summary>The faults that hold up the claims of a pipeline.</summary>
    public static IReadOnlyList<FaultSight> Of(InjectedFaults faults, PipelineSight pipeline) =>
        [.. Reaching(faults, pipeline).Where(added => HoldsClaims(added, pipeline, Stages.Pending, id: null)).Select(static added => Sight(added, holds: true))];

    // The routes of pipelines name no namespace.
    private static IEnumerable<AddedFault> Reaching(InjectedFaults faults, PipelineSight pipeline) =>
        faults.All.Where(added => added.Fault.Namespace is null && (added.Fault.Pipeline is null || added.Fault.Pipeline == pipeline.Definition.Id));

    // Of a worker that has not asked for a minute nobody knows whether it still would.
    private static bool HoldsClaims(AddedFault added, PipelineSight pipeline, string stage, string? id) =>
        added.Strikes.Find(new(pipeline.Definition.Id, Claims, stage, IsStage: true)) is { } strike
        && (id is null || id.StartsWith(strike.Prefix, StringComparison.Ordinal))
        && (strike.Waiting > 0 || (!added.IsSpent && pipeline.IsPresent(strike.At)));

    private static bool HoldsWork(AddedFault added, PipelineSight pipeline, DocumentSight document) => Work.Any(operation =>
        added.Strikes.Find(new(pipeline.Definition.Id, operation, document.Id, IsStage: false)) is { } strike
        && (strike.Waiting > 0 || (!added.IsSpent && strike.At >= document.Begun)));

    private static FaultSight Sight(AddedFault added, bool holds) =>
        new(added.Id, FaultWords.Does(FaultView.Of(added)), added.Fault.Operation ?? "every call", added.Struck, holds);
}
