using System.Net;
using System.Text;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>The one place through which every request passes, over HTTP or in process: route, key, operation, refusal.</summary>
internal sealed class GatewayFront
{
    private readonly GatewayState _state;
    private readonly SimulatedOperations _operations;
    private readonly KeyRing _keys;
    private readonly TimeProvider _clock;
    private readonly RequestLog _log;
    private readonly PageContext _pages;
    private long _answered;

    public GatewayFront(LocalGatewayOptions options)
    {
        _state = new GatewayState(options);
        _operations = new SimulatedOperations(_state, options);
        _keys = new KeyRing(options.Keys, _state.Keys);
        _clock = options.TimeProvider;
        _log = new RequestLog(options.RequestLogEntries, _clock);
        _pages = new PageContext(_state, Faults, _log, options, request => Answer(request, isOurs: true));
    }

    /// <summary>Grows with each answer: whoever watches sees by it that something has happened.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    public InjectedFaults Faults { get; } = new();

    public DueBook Due => new(_state, _clock);

    public PipelineRegistry Pipelines => _state.Pipelines;

    public NamespaceRegistry Namespaces => _state.Namespaces;

    public IEnumerable<string> Simulated => _operations.Ids;

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

        return isPage ? ValueTask.FromResult(PageRouter.Answer(request, _pages))
            : _log.IsOn ? NoteAsync(request, cancellationToken)
            : AnswerAsync(request, cancellationToken);
    }

    private async ValueTask<GatewayResponse> NoteAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var (body, came) = (RequestLog.Shown(request), _clock.GetUtcNow());
        var answer = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        _log.Note(request, body, came, answer);
        Interlocked.Increment(ref _answered);
        return answer;
    }

    private ValueTask<GatewayResponse> AnswerAsync(GatewayRequest request, CancellationToken cancellationToken) =>
        Faults.IsEmpty ? ValueTask.FromResult(Answer(request)) : AnswerUnderFaultsAsync(request, cancellationToken);

    private async ValueTask<GatewayResponse> AnswerUnderFaultsAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        if (RouteTable.Match(request.Method, request.Path) is not { Operations: [var operation, ..] } match
            || Faults.Strike(new FaultTarget(match, request.Body)) is not { } struck)
        {
            return Answer(request);
        }

        var worked = false;
        var answer = await StruckCall.AnswerAsync(struck, Work, _clock, cancellationToken).ConfigureAwait(false);
        if (!worked)
        {
            _state.Meter.Note(operation, answer.Status);
        }

        return answer;

        ValueTask<GatewayResponse> Work()
        {
            worked = true;
            return ValueTask.FromResult(Answer(request));
        }
    }

    private GatewayResponse Answer(GatewayRequest request, bool isOurs = false)
    {
        if (Probes.Answer(request) is { } probe)
        {
            return probe;
        }

        if (RouteTable.Match(request.Method, request.Path) is not { } match)
        {
            return GatewayResponse.Empty(HttpStatusCode.NotFound);
        }

        if (match.Operations.Count == 0)
        {
            return GatewayResponse.Empty(HttpStatusCode.MethodNotAllowed).With("Allow", string.Join(", ", match.AllowedMethods));
        }

        var answer = Answer(request, match, isOurs);
        _state.Meter.Note(match.Operations[0], answer.Status);
        return answer;
    }

    private GatewayResponse Answer(GatewayRequest request, RouteMatch match, bool isOurs)
    {
        try
        {
            return Run(request, match, isOurs);
        }
        catch (GatewayFault fault)
        {
            return GatewayResponse.Error(fault.Status, fault.Code, fault.Message);
        }
        catch (JsonException error)
        {
            return BodyFault.Answer(request.Body.Span, error);
        }
        catch (InvalidOperationException error) when (error.InnerException is DecoderFallbackException)
        {
            return GatewayResponse.Text(HttpStatusCode.BadRequest, $"Failed to parse the request body as JSON: {error.Message}");
        }
    }

    private GatewayResponse Run(GatewayRequest request, RouteMatch match, bool isOurs)
    {
        var operation = match.Operations[0];
        var verdict = isOurs ? KeyVerdict.Pass(KeyGrant.Everything) : _keys.Judge(request.Header("Authorization"), operation.RequiredScope, operation == GatewayOperations.QueryAgent ? match.Values["name"] : null);
        if (verdict.Refusal is { } refusal)
        {
            if (operation == GatewayOperations.ClaimDocuments)
            {
                Pipelines.Find(match.Values["pipeline_id"])?.NoteRefusedClaim((int)refusal.Status);
            }

            return refusal;
        }

        if (match.Values.TryGetValue("namespace", out var name) && !verdict.Grant.CoversNamespace(name))
        {
            throw GatewayFault.Forbidden($"the key does not reach namespace '{name}'");
        }

        return ContentTypes.Refuse(request, operation)
            ?? _operations.Find(match.Operations)(new GatewayCall(request, operation, match.Values) { Grant = verdict.Grant });
    }
}
