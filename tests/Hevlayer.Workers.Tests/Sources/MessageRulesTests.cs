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
        var (end, pause) = MessageRules.After(new Fault(Enum.Parse<FaultKind>(kind), "why"), receiveCount, gatewayFailures, Retry, chance: 0);

        Assert.Equal(expected, end switch
        {
            null => $"again after {pause}",
            { Rejection: { IsDeadLetter: true } } => "aside",
            { Rejection: { } rejection } => $"back after {rejection.Delay}",
            _ => "acknowledged",
        });
        Assert.Equal(end is null ? null : "why", end?.Rejection?.Reason);
    }
}
