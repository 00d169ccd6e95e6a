namespace Hevlayer.Workers.Simulation;

/// <summary>How calls fare on their way.</summary>
/// <param name="Latency">Mean time of one way.</param>
/// <param name="LostRequests">Share of the calls that never arrive.</param>
/// <param name="LostReplies">Share of the calls whose reply never arrives.</param>
/// <param name="Delays">Share of the ways that take seconds.</param>
/// <param name="CallTimeout">When the client gives up on a call.</param>
/// <param name="OddReplies">Share of the calls that somebody else answers.</param>
/// <param name="Resets">Share of the calls whose connection is reset.</param>
/// <param name="SlowReplies">Share of the replies that come in pieces, with pauses of seconds; over HTTP alone.</param>
/// <param name="EndlessReplies">Share of the replies that never end; over HTTP alone.</param>
/// <param name="Throttles">Share of the writes of rows that are refused because there are too many.</param>
internal sealed record NetworkPlan(TimeSpan Latency, double LostRequests, double LostReplies, double Delays, TimeSpan CallTimeout, double OddReplies = 0, double Resets = 0, double SlowReplies = 0, double EndlessReplies = 0, double Throttles = 0)
{
    /// <summary>Nothing is lost and nothing is late.</summary>
    public static NetworkPlan Calm { get; } = new(TimeSpan.FromMilliseconds(20), 0, 0, 0, TimeSpan.FromSeconds(10));
}
