using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>The gateway of a function's history: the local gateway's own queue, sweeps, leases and rows.</summary>
internal sealed class FunctionModel
{
    public const string Function = "simulated";
    public const string Output = "output";
    public const string Input = "text";

    private const string Mark = "_hevlayer_udf_simulated_v";

    private readonly NamespaceRegistry _namespaces;
    private readonly FunctionRegistry _functions;
    private readonly FunctionQueue _queue;
    private readonly UdfSpec _spec;

    public FunctionModel(TimeProvider clock, UdfRetrySpec retry)
    {
        var options = new LocalGatewayOptions { TimeProvider = clock, StatusCacheTime = TimeSpan.Zero, StabilityLag = TimeSpan.Zero };
        _namespaces = new NamespaceRegistry(options);
        _functions = new FunctionRegistry(_namespaces, options);
        _spec = new UdfSpec
        {
            TargetNamespaces = [Names.Namespace],
            Inputs = [Input],
            Worker = new(),
            Retry = retry,
            Triggers = [UdfTrigger.Write, UdfTrigger.Discovery],
            Schedule = new() { DiscoveryIntervalSeconds = 20 },
        };
        SetVersion(Version(1));
        _queue = _functions.Require(Function);
    }

    public string CurrentVersion => _queue.Definition.Spec.Version!;

    public IReadOnlyList<QueuedRow> Queue => _queue.States();

    /// <summary>How many completions each worker was granted.</summary>
    public Grants Grants { get; } = new();

    public long Held => _queue.Status().ProcessingCount;

    public static string Version(int number) => number == 1 ? "v1" : "v2";

    /// <summary>What the function gives for a text.</summary>
    public static string OutputOf(string version, string text) => $"{version} of {text}";

    public void Write(FunctionRow row) => _namespaces.Open(Names.Namespace).Write(new Hevlayer.Local.NamespaceWrite
    {
        Upserts = [new NewRow(row.Id, [], new AttributeMap { [Input] = row.Text })],
    });

    public void SetVersion(string version) => _functions.Upsert(Function, _spec with { Version = version });

    public IReadOnlyList<UdfClaimedItem> Claim(int limit, string holder, TimeSpan lease) => _queue.Claim(holder, limit, lease);

    public long Heartbeat(IReadOnlyList<UdfItemRef> rows, string holder) => _queue.Heartbeat(holder, rows);

    public long Complete(IReadOnlyList<UdfCompleteItem> rows, string holder)
    {
        var completed = _queue.Complete(holder, rows);
        Grants.Add(holder, Output, completed);
        return completed;
    }

    public long Fail(IReadOnlyList<UdfFailItem> rows, string holder) => _queue.Fail(holder, rows);

    /// <summary>The version that a row is marked with, and its output; null for none.</summary>
    public (string? Mark, string? Output) Find(string id) =>
        _namespaces.Find(Names.Namespace)?.Find(id) is { } row ? (Text(row, Mark), Text(row, Output)) : default;

    private static string? Text(StoredRow row, string name) => row.Read(name) is { Kind: AttributeKind.String } value ? value.AsString() : null;
}
