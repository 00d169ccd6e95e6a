namespace Hevlayer.Local;

/// <summary>Search agents, as far as the options script them.</summary>
internal sealed class AgentOperations(AgentRunner runner, LocalGatewayOptions options)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers) => handlers.Add("queryAgent", Query);

    private GatewayResponse Query(GatewayCall call)
    {
        var name = call.Value("name");
        if (!options.Agents.TryGetValue(name, out var agent))
        {
            throw GatewayFault.NotFound($"agent '{name}' not found");
        }

        return call.Grant.CoversAgent(name)
            ? GatewayResponse.Json(runner.Run(agent, call.Body<AgentQueryRequest>()))
            : throw GatewayFault.Forbidden($"the key does not reach agent '{name}'");
    }
}
