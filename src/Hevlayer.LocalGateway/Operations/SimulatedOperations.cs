namespace Hevlayer.Local;

/// <summary>The operations that this gateway simulates, by their id in the contract.</summary>
internal sealed class SimulatedOperations
{
    private readonly Dictionary<string, OperationHandler> _handlers = new(StringComparer.Ordinal);

    public SimulatedOperations(LocalGatewayOptions options, PipelineRegistry pipelines, NamespaceRegistry namespaces, KeyStore keys)
    {
        new PipelineOperations(pipelines, options).AddTo(_handlers);
        new DocumentOperations(pipelines, namespaces).AddTo(_handlers);
        var functions = new FunctionRegistry(namespaces, options);
        new FunctionOperations(functions).AddTo(_handlers);
        new FunctionItemOperations(functions).AddTo(_handlers);
        new NamespaceOperations(namespaces).AddTo(_handlers);
        new NamespaceSettingOperations(namespaces).AddTo(_handlers);
        new DiagnosisOperations(namespaces).AddTo(_handlers);
        new WriteOperations(namespaces).AddTo(_handlers);
        new ImportOperations(namespaces).AddTo(_handlers);
        var history = new HistoryBook(options);
        var traces = new TraceParents();
        var federated = new FederatedRunner(namespaces);
        new FetchOperations(namespaces, history).AddTo(_handlers);
        new QueryOperations(namespaces, history, traces).AddTo(_handlers);
        new FederatedQueryOperations(federated, history, traces).AddTo(_handlers);
        new HistoryOperations(history).AddTo(_handlers);
        new SnapshotOperations(namespaces, options).AddTo(_handlers);
        new SnapshotActivityOperations(namespaces).AddTo(_handlers);
        new CheckpointOperations(namespaces).AddTo(_handlers);
        new ScanOperations(namespaces, options).AddTo(_handlers);
        var blobs = new BlobStore();
        new BlobOperations(blobs).AddTo(_handlers);
        new WarmOperations(namespaces, blobs, options).AddTo(_handlers);
        new KeyOperations(keys, options).AddTo(_handlers);
        new StoreOperations(options).AddTo(_handlers);
        new AgentOperations(new AgentRunner(federated), options).AddTo(_handlers);
        LicenseOperations.AddTo(_handlers);
    }

    public IEnumerable<string> Ids => _handlers.Keys;

    /// <summary>The handler of a route; operations that share one are told apart by it from the body.</summary>
    public (GatewayOperation Operation, OperationHandler Handler)? Find(IReadOnlyList<GatewayOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (_handlers.TryGetValue(operation.Id, out var handler))
            {
                return (operation, handler);
            }
        }

        return null;
    }
}
