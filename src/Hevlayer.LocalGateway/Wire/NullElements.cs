namespace Hevlayer.Local;

/// <summary>Lists and maps of a body that hold null where the contract wants an element; a reader of JSON lets them pass.</summary>
internal static class NullElements
{
    /// <summary>The field of the first such list; null when there is none.</summary>
    public static string? Find(object? body) => body switch
    {
        PutChunksRequest request when Has(request.Chunks) => "chunks",
        PutVectorsRequest request when Has(request.Vectors) => "vectors",
        HeartbeatDocumentsRequest request when Has(request.DocumentIds) => "document_ids",
        SetDocumentsStageRequest request when Has(request.DocumentIds) => "document_ids",
        FetchDocumentsRequest request when Has(request.Ids) => "ids",
        FetchDocumentsRequest request when Has(request.IncludeAttributes) => "include_attributes",
        QueryRequest request when Has(request.NearestToId) => "nearest_to_id",
        FederatedQueryRequest request when Has(request.Namespaces) => "namespaces",
        FederatedQueryRequest request when Has(request.NearestToId) => "nearest_to_id",
        BatchQueryRequest request when Has(request.Queries) => "queries",
        UdfDiscoverRequest request when Has(request.Namespaces) => "namespaces",
        UdfHeartbeatRequest request when Has(request.Items) => "items",
        UdfCompleteRequest request when Has(request.Items) => "items",
        UdfFailRequest request when Has(request.Items) => "items",
        MintKeyRequest request when Has(request.Entitlements?.Values) => "entitlements",
        MintKeyRequest request when Has(request.Entitlements?.Values.SelectMany(static entitlement => entitlement.Namespaces ?? [])) => "namespaces",
        _ => null,
    };

    private static bool Has<T>(IEnumerable<T>? items) => items is not null && items.Any(static item => item is null);
}
