namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Namespaces => new()
    {
        ["branchNamespace"] = static (api, token) => api.BranchNamespaceAsync("namespace", new() { BranchFromNamespace = Json("{}") }, cancellationToken: token),
        ["copyNamespace"] = static (api, token) => api.CopyNamespaceAsync("namespace", new() { CopyFromNamespace = "source" }, cancellationToken: token),
        ["deleteNamespace"] = static (api, token) => api.DeleteNamespaceAsync("namespace", cancellationToken: token),
        ["evaluateTurbopufferRecall"] = static (api, token) => api.EvaluateTurbopufferRecallAsync("namespace", new(), cancellationToken: token),
        ["getNamespaceMetadata"] = static (api, token) => api.GetNamespaceMetadataAsync("namespace", cancellationToken: token),
        ["getTurbopufferNamespaceSchema"] = static (api, token) => api.GetTurbopufferNamespaceSchemaAsync("namespace", cancellationToken: token),
        ["getTurbopufferV1NamespaceMetadata"] = static (api, token) => api.GetTurbopufferV1NamespaceMetadataAsync("namespace", cancellationToken: token),
        ["importNamespace"] = static (api, token) => api.ImportNamespaceAsync("namespace", Bytes(), cancellationToken: token),
        ["initNamespace"] = static (api, token) => api.InitNamespaceAsync("namespace", cancellationToken: token),
        ["listNamespaces"] = static (api, token) => api.ListNamespacesAsync(cancellationToken: token),
        ["listTurbopufferNamespaces"] = static (api, token) => api.ListTurbopufferNamespacesAsync(cancellationToken: token),
        ["updateTurbopufferNamespaceMetadata"] = static (api, token) => api.UpdateTurbopufferNamespaceMetadataAsync("namespace", new(), cancellationToken: token),
        ["updateTurbopufferNamespaceSchema"] = static (api, token) => api.UpdateTurbopufferNamespaceSchemaAsync("namespace", new(), cancellationToken: token),
        ["writeNamespace"] = static (api, token) => api.WriteNamespaceAsync("namespace", new(), cancellationToken: token),
    };
}
