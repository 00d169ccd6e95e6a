namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Warehouses => new()
    {
        ["getWarehouse"] = static (api, token) => api.GetWarehouseAsync("name", cancellationToken: token),
        ["listWarehouses"] = static (api, token) => api.ListWarehousesAsync(cancellationToken: token),
    };
}
