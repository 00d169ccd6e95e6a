namespace Hevlayer.Local;

/// <summary>What the gateway is connected to: itself as a vector store, and the warehouses of the options.</summary>
internal sealed class StoreOperations(LocalGatewayOptions options)
{
    private const string Name = "local";

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("listVectorstores", _ => GatewayResponse.Json(new VectorStoreList { Vectorstores = [Store()] }));
        handlers.Add("getVectorstore", GetStore);
        handlers.Add("listWarehouses", _ => GatewayResponse.Json(new WarehouseList { Warehouses = [.. options.Warehouses] }));
        handlers.Add("getWarehouse", GetWarehouse);
    }

    private GatewayResponse GetStore(GatewayCall call)
    {
        var name = call.Value("name");
        return name == Name ? GatewayResponse.Json(Store()) : throw GatewayFault.NotFound($"vector store '{name}' not found");
    }

    private GatewayResponse GetWarehouse(GatewayCall call)
    {
        var name = call.Value("name");
        return GatewayResponse.Json(options.Warehouses.FirstOrDefault(warehouse => string.Equals(warehouse.Name, name, StringComparison.Ordinal))
            ?? throw GatewayFault.NotFound($"warehouse '{name}' not found"));
    }

    private VectorStore Store() => new()
    {
        Name = Name,
        Kind = Name,
        Default = true,
        Endpoint = new VectorStoreEndpoint { Url = "memory:", Region = Name },
        InboundAuth = new VectorStoreInboundAuth { Mode = options.Keys.Count > 0 ? InboundAuthMode.Keys : InboundAuthMode.Open },
        Status = new VectorStoreStatus { Reachable = true, Conditions = [] },
    };
}
