namespace Hevlayer.Local;

/// <summary>Everything that a gateway keeps, and what works on more than one part of it.</summary>
internal sealed class GatewayState
{
    public GatewayState(LocalGatewayOptions options)
    {
        Pipelines = new PipelineRegistry(options);
        Namespaces = new NamespaceRegistry(options);
        Functions = new FunctionRegistry(Namespaces, options);
        Blobs = new BlobStore();
        History = new HistoryBook(options, Notes);
        Keys = new KeyStore(options.TimeProvider, Notes);
        Meter = new RequestMeter(options.TimeProvider);
        Federated = new FederatedRunner(Namespaces);
        Traces = new TraceParents();
    }

    /// <summary>Notes for whoever keeps this state.</summary>
    public StateNotes Notes { get; } = new();

    public PipelineRegistry Pipelines { get; }

    public NamespaceRegistry Namespaces { get; }

    public FunctionRegistry Functions { get; }

    public BlobStore Blobs { get; }

    public HistoryBook History { get; }

    public KeyStore Keys { get; }

    public RequestMeter Meter { get; }

    public FederatedRunner Federated { get; }

    public TraceParents Traces { get; }
}
