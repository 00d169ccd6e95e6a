using System.Net;

namespace Hevlayer.Local;

/// <summary>Which calls go into the log: those that changed something, so that doing them again makes the same state.</summary>
internal static class LoggedCalls
{
    private static readonly HashSet<string> Reads = new(StringComparer.Ordinal)
    {
        "authenticateKey", "batchQueryNamespace", "evaluateTurbopufferRecall", "explainTurbopufferQuery", "fetchDocuments", "query", "queryAgent", "queryNamespace", "queryTurbopufferNamespace",
    };

    public static bool Contain(GatewayOperation operation, GatewayResponse answer) => operation.Id switch
    {
        // A read of lost chunks counts towards the failure of its document.
        "getPipelineDocumentChunks" => answer.Status == HttpStatusCode.BadGateway,
        "hintCacheWarm" => IsDone(answer),
        "claimDocuments" => IsDone(answer) && !answer.Body.Span.EndsWith("\"documents\":[]}"u8),
        "heartbeatDocuments" or "setDocumentsStage" or "heartbeatUdfItems" => IsDone(answer) && !answer.Body.Span.EndsWith("\"updated\":0}"u8),
        _ => IsDone(answer) && operation.Method != HttpMethod.Get && !Reads.Contains(operation.Id),
    };

    private static bool IsDone(GatewayResponse answer) => (int)answer.Status < 400;
}
