namespace Hevlayer;

/// <summary>One call on its way through its attempts.</summary>
internal sealed class CallState(GatewayOperation operation, HevlayerClientOptions options, CallOptions? callOptions)
{
    public GatewayOperation Operation { get; } = operation;

    public HevlayerClientOptions Options { get; } = options;

    public long Started { get; } = options.TimeProvider.GetTimestamp();

    public TimeSpan TotalTimeout { get; } = callOptions?.TotalTimeout ?? options.TotalTimeout;

    public TimeSpan AttemptTimeout { get; } = callOptions?.AttemptTimeout ?? options.AttemptTimeout;

    public int Attempts { get; set; }

    public TimeSpan LastPause { get; set; }

    public bool WasDraining { get; set; }

    public ResponseMetadata? Metadata { get; set; }

    public bool WantsMetadata => callOptions?.OnResponse is not null;

    public TimeSpan Elapsed => Options.TimeProvider.GetElapsedTime(Started);

    public void Report()
    {
        if (Metadata is { } metadata)
        {
            callOptions!.OnResponse!(metadata with { Attempts = Attempts, Elapsed = Elapsed });
        }
    }
}
