namespace Hevlayer.Local;

/// <summary>Lists and metadata of namespaces.</summary>
internal sealed class NamespaceOperations(NamespaceRegistry namespaces)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("listNamespaces", List);
        handlers.Add("listTurbopufferNamespaces", ListNative);
        handlers.Add("getNamespaceMetadata", call => GatewayResponse.Json(NamespaceDescriber.Metadata(namespaces.Require(call.Namespace))));
        handlers.Add(
            "getTurbopufferV1NamespaceMetadata",
            call => GatewayResponse.Json(NamespaceDescriber.Metadata(namespaces.Require(call.Namespace)) with { Layer = null }));
        handlers.Add(
            "getTurbopufferNamespaceSchema",
            call => GatewayResponse.Json(NamespaceDescriber.Schema(namespaces.Require(call.Namespace))));
    }

    private GatewayResponse List(GatewayCall call)
    {
        var (page, next) = Page(call);
        return GatewayResponse.Json(new NamespaceList { Namespaces = page.ConvertAll(NamespaceDescriber.Entry), NextCursor = next });
    }

    private GatewayResponse ListNative(GatewayCall call)
    {
        var (page, next) = Page(call);
        return GatewayResponse.Json(new TurbopufferNamespaceList
        {
            Namespaces = page.ConvertAll(view => new TurbopufferNamespaceSummary { Id = view.Name }),
            NextCursor = next,
        });
    }

    // The cursor is the last name that was shown.
    private (List<NamespaceView> Page, string? Next) Page(GatewayCall call)
    {
        var prefix = call.Query.Text("prefix") ?? string.Empty;
        var cursor = call.Query.Text("cursor");
        var size = call.Query.Limit("page_size", GatewayLimits.ListNamespaces.DefaultPageSize, GatewayLimits.ListNamespaces.MaxPageSize);
        var page = namespaces.All()
            .Where(view => view.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Where(view => cursor is null || string.CompareOrdinal(view.Name, cursor) > 0)
            .Take(size + 1)
            .ToList();
        if (page.Count <= size)
        {
            return (page, null);
        }

        page.RemoveAt(size);
        return (page, page[^1].Name);
    }
}
