using System.Net;

namespace Hevlayer;

/// <summary>The state of one call over all its attempts.</summary>
/// <param name="operation">The operation that is called.</param>
/// <param name="options">The client's options.</param>
/// <param name="callOptions">The call's own options; null for none.</param>
/// <param name="random">Randomness of the pauses; null where nothing is retried.</param>
internal sealed class CallState(GatewayOperation operation, HevlayerClientOptions options, CallOptions? callOptions, Func<double>? random = null)
{
    private readonly MetadataCapture? _capture = MetadataCapture.Current;
    private double? _random;

    public GatewayOperation Operation { get; } = operation;

    public HevlayerClientOptions Options { get; } = options;

    public long Started { get; } = options.TimeProvider.GetTimestamp();

    public TimeSpan TotalTimeout => callOptions?.TotalTimeout ?? Options.TotalTimeout;

    public TimeSpan AttemptTimeout => callOptions?.AttemptTimeout ?? Options.AttemptTimeout;

    public bool MayFallThrough { get; } = FallbackRules.IsOpen(operation, options.Fallback);

    /// <summary>The part of the total time that the attempts at the gateway and the pauses between them may take.</summary>
    public TimeSpan GatewayTime => MayFallThrough ? TotalTimeout * (1 - Options.Fallback!.TimeShare) : TotalTimeout;

    /// <summary>Whether the current attempt was given all the time that is left, and not its own share of it.</summary>
    public bool AttemptEndsCall { get; private set; }

    public int Attempts { get; set; }

    public TimeSpan LastPause { get; private set; }

    public bool WasDraining { get; private set; }

    /// <summary>The random number of the current attempt's pause; the same each time it is asked for.</summary>
    public double Random => _random ??= random?.Invoke() ?? 0;

    /// <summary>Failure of the attempt before the current one, at the same server; null for the first.</summary>
    public HevlayerException? LastFailure { get; private set; }

    /// <summary>Status of the current attempt's reply; null before it begins.</summary>
    public HttpStatusCode? LastStatus { get; private set; }

    /// <summary>The failure at the gateway that sent the call on to turbopuffer; null while it is with the gateway.</summary>
    public HevlayerException? GatewayFailure { get; private set; }

    public ReplySource Target => GatewayFailure is null ? ReplySource.Gateway : ReplySource.Turbopuffer;

    public Uri Address => GatewayFailure is null ? Options.Address : Options.Fallback!.BaseAddress;

    public TimeSpan Elapsed => Options.TimeProvider.GetElapsedTime(Started);

    private ResponseMetadata? Metadata { get; set; }

    private bool WantsMetadata => callOptions?.OnResponse is not null || _capture is not null;

    /// <summary>Whether the caller, if asked, lets another attempt begin.</summary>
    public bool MayAttempt => callOptions?.MayAttempt?.Invoke() ?? true;

    /// <summary>Whether no time is left for another attempt: a pause may last much longer than it should.</summary>
    public bool IsOver => Attempts > 0 && (GatewayFailure is null ? GatewayTime : TotalTimeout) <= Elapsed;

    /// <summary>Begins an attempt.</summary>
    /// <returns>How long it may take.</returns>
    public TimeSpan BeginAttempt()
    {
        Attempts++;
        LastStatus = null;
        Metadata = null;
        _random = null;
        var left = (GatewayFailure is null ? GatewayTime : TotalTimeout) - Elapsed;
        AttemptEndsCall = left <= AttemptTimeout;

        // No time at all would mean none to end it.
        return TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, Math.Min(left.Ticks, AttemptTimeout.Ticks)));
    }

    /// <summary>Records a failed attempt that is followed by another, after a pause.</summary>
    public void Retry(HevlayerException failure, TimeSpan pause)
    {
        LastFailure = Counted(failure);
        LastPause = pause;
        WasDraining = failure.Kind == FailureKind.Draining;
    }

    /// <summary>Sends the call on to turbopuffer.</summary>
    public void FallThrough(HevlayerException failure)
    {
        GatewayFailure = failure;
        LastFailure = null;
    }

    /// <summary>The failure, with the attempts so far and what the last reply said.</summary>
    public HevlayerException Counted(HevlayerException failure)
    {
        failure.Attempts = Attempts;
        failure.Metadata = MetadataNow() is { } metadata ? KeyRedaction.Redact(metadata, Options) : failure.Metadata;
        return failure;
    }

    public void TakeNote(HttpResponseMessage response)
    {
        LastStatus = response.StatusCode;

        // Failures carry their metadata, whether or not someone asked before.
        if (WantsMetadata || !response.IsSuccessStatusCode)
        {
            Metadata = ResponseHeaders.Read(response, this);
        }
    }

    /// <summary>Metadata of the last attempt's reply as of now; null when it had none.</summary>
    public ResponseMetadata? MetadataNow() => Metadata is null ? null : Metadata with { Attempts = Attempts, Elapsed = Elapsed };

    /// <summary>Tells those who asked what the reply said.</summary>
    public void Report()
    {
        if (WantsMetadata && MetadataNow() is { } metadata)
        {
            _capture?.Add(metadata);
            callOptions?.OnResponse?.Invoke(metadata);
        }
    }
}
