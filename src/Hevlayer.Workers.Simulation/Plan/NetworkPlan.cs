namespace Hevlayer.Workers.Simulation;

/// <summary>How calls fare on their way.</summary>
/// <param name="Latency">Mean time of one way.</param>
/// <param name="LostRequests">Share of the calls that never arrive.</param>
/// <param name="LostReplies">Share of the calls whose reply never arrives.</param>
/// <param name="Delays">Share of the ways that take seconds.</param>
/// <param name="CallTimeout">When the client gives up on a call.</param>
/// <param name="OddReplies">Share of the calls that somebody else answers.</param>
internal sealed record NetworkPlan(TimeSpan Latency, double LostRequests, double LostReplies, double Delays, TimeSpan CallTimeout, double OddReplies = 0)
{
    /// <summary>Nothing is lost and nothing is late.</summary>
    public static NetworkPlan Calm { get; } = new(TimeSpan.FromMilliseconds(20), 0, 0, 0, TimeSpan.FromSeconds(10));
}
