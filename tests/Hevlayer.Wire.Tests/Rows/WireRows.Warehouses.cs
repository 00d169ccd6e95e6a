namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Warehouses => new()
    {
        ["getWarehouse"] = new(
            static (api, token) => api.GetWarehouseAsync(Tricky.Id, cancellationToken: token),
            new($"GET /v2/warehouses/{Tricky.IdInUrl}"),
            new("GET /v2/warehouses/name")),
        ["listWarehouses"] = new(
            static (api, token) => api.ListWarehousesAsync(cancellationToken: token),
            new("GET /v2/warehouses"),
            new("GET /v2/warehouses")),
    };
}
