namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Documents => new()
    {
        ["fetchDocument"] = new(
            static (api, token) => api.FetchDocumentAsync(
                Tricky.Namespace,
                Tricky.Id,
                includeAttributes: ["title", Tricky.Text],
                tags: Tricky.Tags,
                traceparent: Tricky.TraceParent,
                cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/documents/{Tricky.IdInUrl}?include_attributes=title%2C{Tricky.TextInUrl}")
            {
                Tags = Tricky.Tags,
                TraceParent = Tricky.TraceParent,
            },
            new("GET /v2/namespaces/namespace/documents/doc_id")),
        ["fetchDocuments"] = new(
            static (api, token) => api.FetchDocumentsAsync(
                Tricky.Namespace,
                new() { Ids = [Tricky.Id, ".."], IncludeAttributes = ["title", Tricky.Text] },
                tags: Tricky.Tags,
                traceparent: Tricky.TraceParent,
                cancellationToken: token),
            new(
                $"POST /v2/namespaces/{Tricky.NamespaceInUrl}/documents",
                """{"ids":["id/1#2?3%4:5+6 ü",".."],"include_attributes":["title","p/#?%:+ &=\"é"]}""")
            {
                Tags = Tricky.Tags,
                TraceParent = Tricky.TraceParent,
            },
            new("POST /v2/namespaces/namespace/documents", """{"ids":["ids"]}""")),
    };
}
