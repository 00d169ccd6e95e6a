namespace Hevlayer.Local;

/// <summary>Rows by id. Every written row is in the cache of this gateway, so what exists is a hit.</summary>
internal sealed class FetchOperations(NamespaceRegistry namespaces, HistoryBook history)
{
    private const string CacheHeader = "x-layer-cache";

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("fetchDocument", One);
        handlers.Add("fetchDocuments", Many);
    }

    private GatewayResponse One(GatewayCall call)
    {
        var row = namespaces.Find(call.Namespace)?.Find(call.DocumentId)
            ?? throw GatewayFault.NotFound($"document '{call.DocumentId}' not found in namespace '{call.Namespace}'");
        var selection = Selection(call.Query.List("include_attributes"));
        history.NoteFetch(call, [row.Key], "single");
        return selection.Warn(GatewayResponse.Json(ToDocument(row, selection)).With(CacheHeader, "hit"));
    }

    private GatewayResponse Many(GatewayCall call)
    {
        var request = call.Body<FetchDocumentsRequest>();
        Check.AtLeast(request.Ids.Count, 1, "the number of ids");
        var rows = namespaces.Find(call.Namespace)?.Find(request.Ids) ?? new StoredRow?[request.Ids.Count];
        var selection = Selection(request.IncludeAttributes);
        var found = rows.OfType<StoredRow>().ToList();
        history.NoteFetch(call, found.Select(static row => row.Key), "batch");
        var cache = found.Count == rows.Count ? "hit" : found.Count == 0 ? "miss" : "partial";
        return selection.Warn(GatewayResponse.Json(new FetchDocumentsResponse
        {
            Documents = found.ConvertAll(row => ToDocument(row, selection)),
            Missing = [.. request.Ids.Where((_, index) => rows[index] is null)],
        }).With(CacheHeader, cache));
    }

    private static AttributeSelection Selection(IReadOnlyList<string>? names) =>
        names is null ? AttributeSelection.All : AttributeSelection.Named(names);

    private static Document ToDocument(StoredRow row, AttributeSelection selection) =>
        new() { Id = row.Key, Attributes = selection.Pick(row) };
}
