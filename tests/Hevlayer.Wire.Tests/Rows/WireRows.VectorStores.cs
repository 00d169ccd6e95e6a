namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> VectorStores => new()
    {
        ["getVectorstore"] = new(
            static (api, token) => api.GetVectorstoreAsync(Tricky.Id, cancellationToken: token),
            new($"GET /v2/vectorstores/{Tricky.IdInUrl}"),
            new("GET /v2/vectorstores/name")),
        ["listVectorstores"] = new(
            static (api, token) => api.ListVectorstoresAsync(cancellationToken: token),
            new("GET /v2/vectorstores"),
            new("GET /v2/vectorstores")),
    };
}
