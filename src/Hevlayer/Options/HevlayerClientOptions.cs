using Microsoft.Extensions.Logging;

namespace Hevlayer;

/// <summary>How a <see cref="HevlayerClient"/> reaches its gateway.</summary>
public sealed partial class HevlayerClientOptions
{
    /// <summary>Address of the hosted gateway; it is used only when it is set as <see cref="BaseAddress"/>.</summary>
    public static readonly Uri HostedAddress = new("https://aws-us-east-1.hevlayer.com");

    /// <summary>Address of the gateway, http or https; a path in it becomes a prefix of every route.</summary>
    /// <value>
    /// Default: null, not set. A client needs an address, as its key goes there; only one over an
    /// <see cref="HttpClient"/> may take that of the HTTP client.
    /// </value>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Key that is sent as bearer token, trimmed; empty or null sends none, as a gateway in open mode wants it. It never
    /// appears in a log, an error or a trace.
    /// </summary>
    /// <value>Default: null.</value>
    public string? ApiKey { get; set; }

    /// <summary>Longest time one attempt may take, from its first byte sent to its last byte read.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time a call may take with all its attempts and pauses.</summary>
    /// <value>Default: 2 minutes.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest silence while a reply is being read, after which the attempt counts as broken.</summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan ReadStallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Most bytes of a reply, decoded; a larger one is an error
    /// (<see cref="HevlayerReplyTooLargeException"/>). Blobs have the contract's own limit of 10 MiB, too.
    /// </summary>
    /// <value>Default: 256 MiB.</value>
    public long MaxReplyBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// Largest reply that is read whole before the call returns, in bytes. Up to this size the call is retried when the
    /// reply breaks off; a larger reply is streamed, and a break is an error.
    /// </summary>
    /// <value>Default: 4 MiB.</value>
    public int MaxBufferedReplyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Smallest JSON body of a request, in bytes, that is sent compressed (gzip at its fastest level): once for all attempts
    /// of the call, and only where that makes it smaller. It pays on a network that is slower than the compression; see
    /// docs/performance.md for both.
    /// </summary>
    /// <value>Default: null, which compresses nothing: the gateway's contract does not say that it reads compressed bodies.</value>
    public int? CompressRequestsFromBytes { get; set; }

    /// <summary>
    /// Longest part of an error reply's body that is kept in <see cref="HevlayerException.Body"/> and quoted in the message,
    /// in characters.
    /// </summary>
    /// <value>Default: 1,024.</value>
    public int MaxErrorBodyLength { get; set; } = 1024;

    /// <summary>When and how often a failed call is retried.</summary>
    public HevlayerRetryOptions Retry { get; set; } = new();

    /// <summary>How often the waiting helpers poll, and how old a status may be.</summary>
    public HevlayerPollingOptions Polling { get; set; } = new();

    /// <summary>
    /// Lets calls that the gateway did not answer go straight to turbopuffer. Set it by hand, or to
    /// <see cref="HevlayerFallbackOptions.FromEnvironment"/>.
    /// </summary>
    /// <value>Default: null, which leaves it off.</value>
    public HevlayerFallbackOptions? Fallback { get; set; }

    /// <summary>Clock of every deadline, pause and wait.</summary>
    /// <value>Default: <see cref="System.TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the client logs its retries; keys, ids and bodies are never logged.</summary>
    /// <value>Default: null, no log; <c>AddHevlayer</c> takes the container's.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The address of options that are checked.</summary>
    internal Uri Address => BaseAddress ?? throw new InvalidOperationException("The options were not checked: BaseAddress is not set.");

    /// <summary>A copy that later changes of these options do not reach.</summary>
    internal HevlayerClientOptions Copy()
    {
        var copy = (HevlayerClientOptions)MemberwiseClone();
        copy.Retry = Retry?.Copy()!;
        copy.Polling = Polling?.Copy()!;
        copy.Fallback = Fallback?.Copy();
        return copy;
    }
}
