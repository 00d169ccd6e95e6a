namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Documents => new()
    {
        ["fetchDocument"] = static (api, token) => api.FetchDocumentAsync("namespace", "doc_id", cancellationToken: token),
        ["fetchDocuments"] = static (api, token) => api.FetchDocumentsAsync("namespace", new() { Ids = ["ids"] }, cancellationToken: token),
    };
}
