namespace Hevlayer.Local;

/// <summary>The operations of this gateway, by their id in the contract.</summary>
internal sealed class SimulatedOperations
{
    private readonly Dictionary<string, OperationHandler> _handlers = new(StringComparer.Ordinal);

    public SimulatedOperations(GatewayState state, LocalGatewayOptions options)
    {
        AddWork(state, options);
        AddNamespaces(state, options);
        AddSearches(state, options);
        AddInstallation(state, options);
    }

    public IEnumerable<string> Ids => _handlers.Keys;

    /// <summary>The handler of a route; operations that share one are told apart by it from the body.</summary>
    public OperationHandler Find(IReadOnlyList<GatewayOperation> operations) => _handlers[operations[0].Id];

    private void AddWork(GatewayState state, LocalGatewayOptions options)
    {
        new PipelineOperations(state.Pipelines, options).AddTo(_handlers);
        new DocumentOperations(state.Pipelines, state.Namespaces).AddTo(_handlers);
        new FunctionOperations(state.Functions).AddTo(_handlers);
        new FunctionItemOperations(state.Functions).AddTo(_handlers);
    }

    private void AddNamespaces(GatewayState state, LocalGatewayOptions options)
    {
        new NamespaceOperations(state.Namespaces).AddTo(_handlers);
        new NamespaceSettingOperations(state.Namespaces).AddTo(_handlers);
        new WriteOperations(state.Namespaces).AddTo(_handlers);
        new ImportOperations(state.Namespaces).AddTo(_handlers);
        new FetchOperations(state.Namespaces, state.History).AddTo(_handlers);
        new BlobOperations(state.Blobs).AddTo(_handlers);
        new WarmOperations(state.Namespaces, state.Blobs, options).AddTo(_handlers);
        new SnapshotOperations(state.Namespaces, options).AddTo(_handlers);
        new SnapshotActivityOperations(state.Namespaces).AddTo(_handlers);
        new CheckpointOperations(state.Namespaces).AddTo(_handlers);
    }

    private void AddSearches(GatewayState state, LocalGatewayOptions options)
    {
        new QueryOperations(state.Namespaces, state.History, state.Traces).AddTo(_handlers);
        new FederatedQueryOperations(state.Federated, state.History, state.Traces).AddTo(_handlers);
        new AgentOperations(new AgentRunner(state.Federated), options).AddTo(_handlers);
        new HistoryOperations(state.History).AddTo(_handlers);
        new DiagnosisOperations(state.Namespaces).AddTo(_handlers);
        new ScanOperations(state.Namespaces, options).AddTo(_handlers);
    }

    private void AddInstallation(GatewayState state, LocalGatewayOptions options)
    {
        new KeyOperations(state.Keys, options).AddTo(_handlers);
        new StoreOperations(options).AddTo(_handlers);
        new MetricOperations(new MetricReader(state.Meter, state.Namespaces, state.Pipelines, state.Functions, options.TimeProvider), options).AddTo(_handlers);
        new CostOperations(new CostReport(state.Meter, options.TimeProvider)).AddTo(_handlers);
        LicenseOperations.AddTo(_handlers);
    }
}
