using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>Where the processes of one history run: time, network, gateway, and how they are reached.</summary>
internal sealed class World
{
    private static readonly Uri Address = new("http://gateway.simulated/");

    private readonly HistoryPlan _plan;
    private readonly SimulationOptions _simulation;
    private readonly Dictionary<string, int> _restagings = new(StringComparer.Ordinal);
    private readonly LedgerModel _ledger = new();
    private string? _endless;
    private readonly WireNetwork _wire;
    private readonly RowRefusals _refusals;

    public World(HistoryPlan plan, SimulationOptions simulation)
    {
        _plan = plan;
        _simulation = simulation;
        Random = new Random(plan.Seed);
        Time = new VirtualTime(new Random(plan.Seed + 1));
        var clock = Time.AddNode("gateway").Clock;
        Gateway = simulation.Transport == SimulatedTransport.Client ? new WireGateway(clock) : new GatewayModel(clock);
        Network = new SimulatedNetwork(Time, Random, Faults) { Plan = plan.Network };
        _refusals = new RowRefusals(plan.Documents, Network, Faults);
        _wire = new WireNetwork(Time, Random, Network, request => _refusals.Answer(request) ?? Gateway.Answer(request));
    }

    public Random Random { get; }

    public FaultCount Faults { get; } = new();

    public VirtualTime Time { get; }

    public ISimulatedGateway Gateway { get; }

    public SimulatedNetwork Network { get; }

    public List<string> Violations { get; } = [];

    /// <summary>Texts that models have embedded.</summary>
    public long Paid { get; set; }

    /// <summary>Texts of the documents that were held by processes when they were killed.</summary>
    public long LostWork { get; set; }

    /// <summary>Why it is not worth while to go on; null while it is.</summary>
    public string? GaveUp => _endless ?? (Time.Steps > _simulation.MaxSteps ? $"after {_simulation.MaxSteps} steps there is no end to it" : null);

    /// <summary>A handler restages a document.</summary>
    private void Restaged(string documentId)
    {
        var times = _restagings[documentId] = _restagings.GetValueOrDefault(documentId) + 1;
        _endless ??= times > _simulation.MaxRestagings ? $"{documentId} was restaged {times} times by its handlers" : null;
    }

    /// <summary>A worker's connection, by the client or by the model, with its book of leases.</summary>
    public SimulatedConnection Connect(SimulatedNode node, ClaimTerms terms, DocumentWorkerOptions options, HandlerOutcomes outcomes, Func<TimeSpan?> stoppedFor)
    {
        WireJudge? judge = null;
        IPipelineGateway gateway = Gateway is GatewayModel model
            ? new ModelConnection(Network, model, terms, _refusals)
            : new ClientGateway(new PipelineGateway(Client(node, request => judge!.Look(request)), terms), Time);
        var connection = new SimulatedConnection(gateway, terms, options.MaxHeldDocuments, node, outcomes, Violations.Add)
        {
            StoppedFor = stoppedFor,
            Restaged = Restaged,
            LastClaim = options.Shutdown.DrainTime + options.Shutdown.CancelGrace,
        };
        judge = new WireJudge(terms, connection, Violations.Add);
        return connection;
    }

    /// <summary>The rows of the ledger of failed documents.</summary>
    public IReadOnlyDictionary<string, DocumentFailure> Ledger => Gateway is WireGateway wire ? wire.Ledger : _ledger.Rows;

    /// <summary>A worker's ledger, by the client or by the model.</summary>
    public IFailureLedger ConnectLedger(SimulatedNode node, ClaimTerms terms)
    {
        if (Gateway is GatewayModel model)
        {
            return new FailureLedger(new ModelLedgerRows(Network, _ledger), new DocumentStages(new ModelConnection(Network, model, terms, _refusals).MoveFromAsync));
        }

        var client = Client(node);
        return new FailureLedger(
            new ClientLedgerRows(new LedgerRows(client, LedgerOptions.NameFor(Names.Pipeline)), Time),
            new DocumentStages(new ClientGateway(new PipelineGateway(client, terms), Time).MoveFromAsync));
    }

    /// <summary>What source workers said of documents.</summary>
    public SourceNotes Said { get; } = new();

    /// <summary>A source worker's way to where chunks are staged.</summary>
    public IChunkStore ConnectStore(SimulatedNode node) => Gateway is GatewayModel model
        ? new ModelSource(Network, model, Said)
        : new ClientStore(new PipelineChunks(Client(node), Names.Pipeline), Time);

    /// <summary>How a source worker finds out which documents need not be staged; null where it stages all.</summary>
    public IUnchangedCheck? ConnectCheck(SimulatedNode node, SourceWorkerOptions options) => (Gateway, options.SkipUnchanged) switch
    {
        (_, false) => null,
        (GatewayModel model, _) => new NotedCheck(new UnchangedCheck(new ModelSource(Network, model, Said), Names.Embedder, _plan.Options.Embedding), Said),
        _ => new UnchangedCheck(new ClientIndexView(new IndexView(Client(node), Names.Pipeline), Time), Names.Embedder, _plan.Options.Embedding),
    };

    /// <summary>A real client over the simulated network.</summary>
    public HevlayerClient Client(SimulatedNode node, Action<GatewayRequest>? onAttempt = null)
    {
        var random = new Random(Random.Next());
        return new(
            new()
            {
                BaseAddress = Address,
                TimeProvider = new ClientClock(node, Time),
                AttemptTimeout = _plan.Client.AttemptTimeout,
                TotalTimeout = _plan.Client.TotalTimeout,
                ReadStallTimeout = _plan.Client.StallTimeout,
                MaxReplyBytes = 512 * 1024,
                MaxBufferedReplyBytes = 64 * 1024,
                Retry = new() { MaxAttempts = _plan.Client.MaxAttempts, Randomizer = random.NextDouble },
            },
            new SimulatedHandler(node, _wire, onAttempt));
    }
}
