namespace Hevlayer.Local;

/// <summary>The one place through which every request passes, over HTTP or in process: pages, faults, the log of requests, the rules.</summary>
internal sealed class GatewayFront : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly RequestLog _log;
    private readonly PageContext _pages;
    private readonly LocalGatewayOptions _options;
    private readonly StateKeeper? _keeper;
    private volatile GatewayRules? _inMemory;
    private long _answered;

    public GatewayFront(LocalGatewayOptions options)
    {
        (_options, _clock) = (options, options.TimeProvider);
        _keeper = options.DataDirectory is { } folder ? StateKeeper.Open(folder, options) : null;
        _inMemory = _keeper is null ? new GatewayRules(options) : null;
        _log = new RequestLog(options.RequestLogEntries, new KeyMask(options.Keys), _clock);
        _pages = new PageContext(() => Rules.State, Faults, _log, options, request => Answer(request, isOurs: true), () => Due, new SavedFile(_keeper?.Path, Save, Load));
    }

    /// <summary>Grows with each answer: whoever watches sees by it that something has happened.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    public InjectedFaults Faults { get; } = new();

    private GatewayRules Rules => _keeper?.Rules ?? _inMemory!;

    /// <summary>What falls due next. What is due by now has been done.</summary>
    public DueBook Due
    {
        get
        {
            _keeper?.Settle();
            return new(Rules.State, _clock);
        }
    }

    public PipelineRegistry Pipelines => Rules.State.Pipelines;

    public NamespaceRegistry Namespaces => Rules.State.Namespaces;

    public IEnumerable<string> Simulated => Rules.Simulated;

    /// <summary>
    /// Answers a request. The rules themselves never wait, so the task is complete unless something put in front of them
    /// here takes its time.
    /// </summary>
    public ValueTask<GatewayResponse> HandleAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isPage = PageAddresses.Contain(request.Path);
        if (!isPage || request.Method != "GET")
        {
            Interlocked.Increment(ref _answered);
        }

        return isPage ? PageAsync(request)
            : _log.IsOn ? NoteAsync(request, cancellationToken)
            : AnswerAsync(request, cancellationToken);
    }

    /// <summary>Loses the chunk bodies of a document.</summary>
    /// <exception cref="GatewayFault">There is no such pipeline or document.</exception>
    public void LoseChunks(string pipeline, string document)
    {
        if (_keeper is null)
        {
            Pipelines.Require(pipeline).LoseChunks(document);
        }
        else
        {
            _keeper.LoseChunks(pipeline, document);
        }
    }

    /// <summary>The state as the bytes of a file.</summary>
    /// <exception cref="GatewayFault">The state is in memory alone.</exception>
    public byte[] Save() => _keeper?.Save() ?? throw GatewayFault.Conflict("this gateway keeps its state in memory alone, so there is nothing to save; DataDirectory or --data makes it keep a state");

    /// <summary>Puts a saved state in the place of this one.</summary>
    /// <exception cref="IOException">It is no saved state.</exception>
    public void Load(string file)
    {
        if (_keeper is null)
        {
            _inMemory = StateReplay.Build(_options, new StampedClock(_clock), LogFile.ReadFrom(file));
        }
        else
        {
            _keeper.Load(file);
        }
    }

    public ValueTask DisposeAsync() => _keeper?.DisposeAsync() ?? ValueTask.CompletedTask;

    // What an advance of the clock causes must not run within the time of the page's own call.
    private ValueTask<GatewayResponse> PageAsync(GatewayRequest request) => _keeper is null || ClockPage.Moves(request)
        ? ValueTask.FromResult(PageRouter.Answer(request, _pages))
        : _keeper.RunAsync(() => PageRouter.Answer(request, _pages));

    private async ValueTask<GatewayResponse> NoteAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var (body, came) = (RequestLog.Shown(request), _clock.GetUtcNow());
        var answer = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        _log.Note(request, body, came, answer);
        Interlocked.Increment(ref _answered);
        return answer;
    }

    private ValueTask<GatewayResponse> AnswerAsync(GatewayRequest request, CancellationToken cancellationToken) =>
        Faults.IsEmpty ? WorkAsync(request) : AnswerUnderFaultsAsync(request, cancellationToken);

    private async ValueTask<GatewayResponse> AnswerUnderFaultsAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        if (RouteTable.Match(request.Method, request.Path) is not { Operations: [var operation, ..] } match
            || new FaultTarget(match, request.Body) is not { } target
            || Faults.Strike(target) is not { } struck)
        {
            return await WorkAsync(request).ConfigureAwait(false);
        }

        var worked = false;
        var answer = await StruckCall.AnswerAsync(struck, target.Subject, CountedAsync, _clock, cancellationToken).ConfigureAwait(false);
        if (!worked)
        {
            Rules.State.Meter.Note(operation, answer.Status);
        }

        return answer;

        ValueTask<GatewayResponse> CountedAsync()
        {
            worked = true;
            return WorkAsync(request);
        }
    }

    private ValueTask<GatewayResponse> WorkAsync(GatewayRequest request) =>
        _keeper is null ? ValueTask.FromResult(Answer(request, isOurs: false)) : _keeper.RunAsync(() => Answer(request, isOurs: false));

    private GatewayResponse Answer(GatewayRequest request, bool isOurs)
    {
        var answer = Rules.Answer(request, isOurs, out var operation);
        _keeper?.Note(request, operation, answer);
        return answer;
    }
}
