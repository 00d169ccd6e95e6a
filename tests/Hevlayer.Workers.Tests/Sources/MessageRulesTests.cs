namespace Hevlayer.Workers.Tests.Sources;

public sealed class MessageRulesTests
{
    private static readonly SourceRetryOptions Retry = new();

    [Theory]
    [InlineData("Handler", 1, 0, "back after 00:00:10")]
    [InlineData("TimedOut", 3, 0, "back after 00:00:40")]
    [InlineData("Handler", 4, 34, "back after 00:01:20")]
    [InlineData("Handler", 5, 0, "aside")]
    [InlineData("TimedOut", 9, 0, "aside")]
    [InlineData("Rejected", 1, 0, "aside")]
    [InlineData("Gateway", 1, 1, "again after 00:00:01")]
    [InlineData("Gateway", 9, 3, "again after 00:00:04")]
    [InlineData("Gateway", 9, 34, "again after 00:01:00")]
    [InlineData("Gateway", 9, 35, "back after 00:10:00")]
    public void After_AFault_FollowsFromWhoseItIs(string kind, int receiveCount, int gatewayFailures, string expected)
    {
        var failures = new AttemptCounts(OfHandler: 0, gatewayFailures);

        var decision = MessageRules.After(new Fault(Enum.Parse<FaultKind>(kind), "why"), receiveCount, failures, Retry, chance: 0);

        Assert.Equal(expected, decision.Kind switch
        {
            DecisionKind.Retry => $"again after {Retry.ToLimits().PauseAfter(failures.Total, chance: 0)}",
            DecisionKind.Fail => "aside",
            DecisionKind.Return => $"back after {decision.Delay}",
            _ => "acknowledged",
        });
        Assert.Equal(decision.Kind == DecisionKind.Retry ? null : "why", decision.Fault?.Reason);
    }
}
