using System.Net;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>A state and the operations on it: route, key, operation, refusal. It neither waits nor does I/O.</summary>
internal sealed class GatewayRules
{
    private readonly SimulatedOperations _operations;
    private readonly KeyRing _keys;

    public GatewayRules(LocalGatewayOptions options)
    {
        State = new GatewayState(options);
        _operations = new SimulatedOperations(State, options);
        _keys = new KeyRing(options.Keys, State.Keys);
    }

    public GatewayState State { get; }

    public IEnumerable<string> Simulated => _operations.Ids;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isOurs">Whether the gateway itself asks, who needs no key.</param>
    /// <param name="operation">What was asked for; null where no operation was reached.</param>
    public GatewayResponse Answer(GatewayRequest request, bool isOurs, out GatewayOperation? operation)
    {
        operation = null;
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

        operation = match.Operations[0];
        var answer = Answer(request, match, isOurs);
        State.Meter.Note(operation, answer.Status);
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
    }

    private GatewayResponse Run(GatewayRequest request, RouteMatch match, bool isOurs)
    {
        var operation = match.Operations[0];
        var verdict = isOurs ? KeyVerdict.Pass(KeyGrant.Everything) : _keys.Judge(request.Header("Authorization"), operation.RequiredScope, operation == GatewayOperations.QueryAgent ? match.Values["name"] : null);
        if (verdict.Refusal is { } refusal)
        {
            if (operation == GatewayOperations.ClaimDocuments)
            {
                State.Pipelines.Find(match.Values["pipeline_id"])?.NoteRefusedClaim((int)refusal.Status);
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
