namespace Hevlayer.Workers;

/// <summary>
/// Which function a worker computes and within which limits it works. Bound from the variables of the operator
/// (<c>HEVLAYER_UDF_ID</c>, <c>HEVLAYER_UDF_BATCH_SIZE</c>, <c>HEVLAYER_WORKER_ID</c>), then from the configuration section
/// <c>Hevlayer:Function:id</c> (<c>Hevlayer:Function</c> for the worker without an id of its own), then from code; checked
/// when the host starts.
/// </summary>
public sealed class FunctionWorkerOptions : IWorkerOptions<FunctionWorkerOptions>
{
    /// <summary>The function whose rows are claimed.</summary>
    /// <value>Default: the id that the worker was registered with, else <c>HEVLAYER_UDF_ID</c>, else
    /// <c>HEVLAYER_FUNCTION_ID</c>; required.</value>
    public string FunctionId { get; set; } = string.Empty;

    /// <summary>The holder of the leases; no two running workers may share it.</summary>
    /// <value>Default: <c>HEVLAYER_WORKER_ID</c>, else the host name (<c>HOSTNAME</c>), else the name of the machine with
    /// the process id; with the id that the worker was registered with.</value>
    public string WorkerId { get; set; } = string.Empty;

    /// <summary>
    /// The version that the handler computes. A worker claims nothing while the gateway has another one, so that no row is
    /// marked with a version that did not compute it; that costs one call a claim, which needs the scope read.
    /// </summary>
    /// <value>Default: null, the version of what is registered (<see cref="Register"/>); where that has none, whatever the
    /// gateway has.</value>
    public string? Version { get; set; }

    /// <summary>
    /// How long the gateway may have another version than the one that the worker registered, before the worker registers its
    /// own again. An older one replaces nothing; where versions have no order, old workers have to be gone by then.
    /// </summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan VersionPatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Names of the attributes that the function writes. A result with another one, or with any where none is declared, is a
    /// permanent failure of its row and is not sent.
    /// </summary>
    /// <value>Default: empty; for a typed function the members of its output.</value>
    public IList<string> Outputs { get; private set; } = [];

    /// <summary>
    /// Whether the function writes vectors. A result with one where it does not is a permanent failure of its row.
    /// </summary>
    /// <value>Default: false; true for an embedding function.</value>
    public bool WritesVectors { get; set; }

    /// <summary>
    /// Length of a lease, in whole seconds; it is renewed at a third of it. After a crash the rows can be claimed again
    /// when it expires, so a short lease recovers sooner.
    /// </summary>
    /// <value>Default: 2 minutes; at least 1 second.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(GatewayLimits.UdfClaimRequest.DefaultLeaseSeconds);

    /// <summary>Most rows that are claimed by one call.</summary>
    /// <value>Default: <c>HEVLAYER_UDF_BATCH_SIZE</c>, else 32.</value>
    public int ClaimLimit { get; set; } = GatewayLimits.UdfClaimRequest.DefaultLimit;

    /// <summary>Most rows that are worked on at the same time. An embedding function fills its batches from them.</summary>
    /// <value>Default: 16; 128 for an embedding function.</value>
    public int MaxConcurrentRows { get; set; } = 16;

    /// <summary>
    /// Most rows, with their inputs, that are held under a lease at the same time: those being worked on and those claimed ahead.
    /// </summary>
    /// <value>Default: 64; 256 for an embedding function.</value>
    public int MaxHeldRows { get; set; } = 64;

    /// <summary>Longest time a handler may take for one row; then the attempt has failed.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Pause after a claim that found nothing, as those of a paused function do; it doubles up to
    /// <see cref="MaxIdlePause"/> while nothing comes.
    /// </summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan IdlePause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between two claims that find nothing.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan MaxIdlePause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest pause before the next claim after claims failed, or while row after row fails and none succeeds: one row is
    /// claimed at a time then, so that a broken worker does not use up the attempts of the whole queue.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan MaxErrorPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the loop may show no sign of life before the worker counts as stuck.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan LivenessLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether rows that are not done when the worker ends are released. The gateway has no other way for that than a
    /// transient failure, which counts as one of the row's attempts. When false, they can be claimed again when their
    /// leases expire.
    /// </summary>
    /// <value>Default: true.</value>
    public bool ReleaseAtEnd { get; set; } = true;

    /// <summary>What the worker retries itself.</summary>
    public FunctionRetryOptions Retry { get; set; } = new();

    /// <summary>How the worker ends.</summary>
    public WorkerShutdownOptions Shutdown { get; set; } = new();

    /// <summary>How texts are put together into batches; used only by embedding functions, and without the
    /// attributes.</summary>
    public EmbeddingOptions Embedding { get; set; } = new();

    string IWorkerOptions<FunctionWorkerOptions>.PipelineId => string.Empty;

    /// <summary>Whether the function embeds texts.</summary>
    internal bool IsEmbedding { get; set; }

    /// <summary>What the worker registers; null for nothing.</summary>
    internal UdfSpec? Spec { get; set; }

    /// <summary>The version that rows have to be marked with; null for any.</summary>
    internal string? WorksFor => Version ?? Spec?.Version;

    /// <summary>
    /// Has the worker register the function before its first claim: it creates the function, compares it, or brings it to a new
    /// <see cref="UdfSpec.Version"/>, see <see cref="FunctionClient.EnsureVersionAsync"/>. While that fails, the worker claims
    /// nothing and retries. The key needs the scopes admin, write and read.
    /// </summary>
    /// <param name="spec">What the function does. A typed function fills in <see cref="UdfSpec.Inputs"/> where they are not set.</param>
    public void Register(UdfSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Spec = spec;
    }

    FunctionWorkerOptions IWorkerOptions<FunctionWorkerOptions>.Copy() => Copy();

    internal FunctionWorkerOptions Copy()
    {
        var copy = (FunctionWorkerOptions)MemberwiseClone();
        copy.Outputs = [.. Outputs];
        copy.Retry = Retry.Copy();
        copy.Shutdown = Shutdown.Copy();
        copy.Embedding = Embedding.Copy();
        return copy;
    }

    internal WorkLimits ToLimits() => new()
    {
        Worker = WorkerId,
        Items = "rows",
        TakeLimit = ClaimLimit,
        MaxConcurrent = MaxConcurrentRows,
        MaxHeld = MaxHeldRows,
        MaxAhead = MaxHeldRows,
        IdlePause = IdlePause,
        MaxIdlePause = MaxIdlePause,
        MaxErrorPause = MaxErrorPause,
        LivenessLimit = LivenessLimit,
        Retry = Retry.ToLimits(),
        Shutdown = Shutdown,
    };
}
