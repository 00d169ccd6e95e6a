using Microsoft.Extensions.Logging;

namespace Hevlayer;

/// <summary>How a <see cref="HevlayerClient"/> reaches its gateway.</summary>
public sealed partial class HevlayerClientOptions
{
    /// <summary>Address that is used when none is set.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://aws-us-east-1.hevlayer.com");

    /// <summary>
    /// Address of the gateway, http or https; a path in it becomes a prefix of every route.
    /// <value>Default: <c>https://aws-us-east-1.hevlayer.com</c>.</value>
    /// </summary>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>
    /// Key that is sent as bearer token, trimmed; empty or null sends none, as a gateway in open mode wants it. It never
    /// appears in a log, an error or a trace.
    /// <value>Default: null.</value>
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Longest time one attempt may take, from its first byte sent to its last byte read.
    /// <value>Default: 30 seconds.</value>
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longest time a call may take with all its attempts and pauses.
    /// <value>Default: 2 minutes.</value>
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Longest silence while a reply is being read, after which the attempt counts as broken.
    /// <value>Default: 15 seconds.</value>
    /// </summary>
    public TimeSpan ReadStallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Most bytes of a reply, decoded; a larger one is an error
    /// (<see cref="HevlayerReplyTooLargeException"/>). Blobs have the contract's own limit of 10 MiB, too.
    /// <value>Default: 256 MiB.</value>
    /// </summary>
    public long MaxReplyBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// Largest reply that is read whole before the call returns, in bytes. Up to this size a reply that breaks off is
    /// asked for again; beyond it the reply is streamed and a break is an error.
    /// <value>Default: 4 MiB.</value>
    /// </summary>
    public int MaxBufferedReplyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Smallest JSON body of a request, in bytes, that is sent compressed (gzip at its fastest level): once for all attempts
    /// of the call, and only where that makes it smaller. It pays on a network that is slower than the compression; see
    /// docs/performance.md for both.
    /// <value>Default: null, which compresses nothing: the gateway's contract does not say that it reads compressed bodies.</value>
    /// </summary>
    public int? CompressRequestsFromBytes { get; set; }

    /// <summary>
    /// Longest part of an error reply's body that is kept in <see cref="HevlayerException.Body"/> and quoted in the message,
    /// in characters.
    /// <value>Default: 1,024.</value>
    /// </summary>
    public int MaxErrorBodyLength { get; set; } = 1024;

    /// <summary>When and how often a failed call is repeated.</summary>
    public HevlayerRetryOptions Retry { get; set; } = new();

    /// <summary>How long and how often the waiting helpers ask.</summary>
    public HevlayerPollingOptions Polling { get; set; } = new();

    /// <summary>
    /// Lets calls that the gateway did not answer go straight to turbopuffer. Set it by hand, or to
    /// <see cref="HevlayerFallbackOptions.FromEnvironment"/>.
    /// <value>Default: null, which leaves it off.</value>
    /// </summary>
    public HevlayerFallbackOptions? Fallback { get; set; }

    /// <summary>
    /// Clock of every deadline, pause and wait.
    /// <value>Default: <see cref="System.TimeProvider.System"/>.</value>
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where the client logs its retries; keys, ids and bodies are never logged.
    /// <value>Default: null, no log; <c>AddHevlayer</c> takes the container's.</value>
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The same options with another address; these stay as they are.</summary>
    internal HevlayerClientOptions At(Uri address)
    {
        var copy = (HevlayerClientOptions)MemberwiseClone();
        copy.BaseAddress = address;
        return copy;
    }
}
