namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Blobs => new()
    {
        ["getBlob"] = new(
            static (api, token) => api.GetBlobAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"GET /v1/namespaces/{Tricky.NamespaceInUrl}/blobs/{Tricky.IdInUrl}"),
            new("GET /v1/namespaces/namespace/blobs/sha256")),
        ["putBlob"] = new(
            static (api, token) => api.PutBlobAsync(Tricky.Namespace, new ByteArrayContent([0, 255, 10, 13]), warm: false, cancellationToken: token),
            new($"PUT /v1/namespaces/{Tricky.NamespaceInUrl}/blobs?warm=false") { Bytes = [0, 255, 10, 13], ContentType = "application/octet-stream" },
            new("PUT /v1/namespaces/namespace/blobs") { Bytes = [1, 2, 3], ContentType = "application/octet-stream" }),
    };
}
