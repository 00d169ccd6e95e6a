namespace Hevlayer.Local;

/// <summary>A search agent of a <see cref="LocalGateway"/>: a script that plans its searches, in place of a model.</summary>
public sealed class LocalGatewayAgent
{
    /// <summary>Makes an agent.</summary>
    /// <param name="first">Plans the first round from the question; a <c>top_k</c> that is left out is that of the question.</param>
    /// <param name="second">Plans a second round from the question and the reply to the first; null, here or from it, for none.</param>
    public LocalGatewayAgent(
        Func<AgentQueryRequest, FederatedQueryRequest> first,
        Func<AgentQueryRequest, FederatedQueryResponse, FederatedQueryRequest?>? second = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        First = first;
        Second = second;
    }

    internal Func<AgentQueryRequest, FederatedQueryRequest> First { get; }

    internal Func<AgentQueryRequest, FederatedQueryResponse, FederatedQueryRequest?>? Second { get; }
}
