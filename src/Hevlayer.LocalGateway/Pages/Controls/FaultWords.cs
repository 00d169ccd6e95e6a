using System.Globalization;

namespace Hevlayer.Local;

/// <summary>What a fault does, in words.</summary>
internal static class FaultWords
{
    private static readonly HashSet<string> OfDocuments = new(StringComparer.Ordinal)
    {
        GatewayOperations.ClaimDocuments.Id, GatewayOperations.HeartbeatDocuments.Id, GatewayOperations.SetDocumentsStage.Id, GatewayOperations.GetPipelineDocumentChunks.Id, GatewayOperations.PutPipelineDocumentVectors.Id,
    };

    /// <summary>The faults that may strike what a worker does with a document, in words.</summary>
    public static IReadOnlyList<string> Concerning(InjectedFaults faults, string pipeline, string document) =>
    [
        .. faults.All
            .Where(added => !(added.Struck >= added.Fault.Count)
                && added.Fault.Namespace is null
                && (added.Fault.Operation is null || OfDocuments.Contains(added.Fault.Operation))
                && (added.Fault.Pipeline is null || added.Fault.Pipeline == pipeline)
                && (added.Fault.Document is null || added.Fault.Document == document))
            .Select(static added => $"{Does(FaultView.Of(added))} on {added.Fault.Operation ?? "every call"} ({added.Id}, {added.Struck} struck)"),
    ];

    public static string Does(FaultView fault)
    {
        var effect = fault.Effect switch
        {
            "delay" => "",
            "stall" => "keeps it waiting until the fault is removed",
            "cut_body" => "cuts the body of the reply",
            "reset" => "cuts the connection before any work",
            "lose_reply" => "does the work and loses the reply",
            "content_type" => $"replies as {fault.ContentType ?? "text/html"}",
            _ => string.Create(CultureInfo.InvariantCulture, $"answers {fault.Status}"),
        };
        string[] parts =
        [
            fault.DelaySeconds is { } delay ? $"waits {Spans.Of(TimeSpan.FromSeconds(delay))}" : "",
            effect,
            fault.RetryAfterSeconds is { } pause ? $"with Retry-After {Math.Ceiling(pause).ToString(CultureInfo.InvariantCulture)}" : "",
        ];
        return string.Join(", ", parts.Where(static part => part.Length > 0));
    }
}
