namespace Hevlayer.Workers.Tests;

public sealed class AttemptCountsTests
{
    private static readonly DocumentRetryOptions Limits = new() { MaxAttempts = 3, MaxGatewayFailures = 5 };

    [Theory]
    [InlineData("Handler", 1, 0)]
    [InlineData("TimedOut", 1, 0)]
    [InlineData("Gateway", 0, 1)]
    [InlineData("Rejected", 0, 0)]
    [InlineData("LeaseLost", 0, 0)]
    [InlineData("Stopped", 0, 0)]
    public void With_EachKind_CountsForWhoeverIsToBlame(string kind, int ofHandler, int ofGateway)
    {
        var counts = new AttemptCounts(10, 20).With(Enum.Parse<FaultKind>(kind));

        Assert.Equal(new AttemptCounts(10 + ofHandler, 20 + ofGateway), counts);
        Assert.Equal(30 + ofHandler + ofGateway, counts.Total);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(2, 4, false)]
    [InlineData(3, 0, true)]
    [InlineData(0, 5, true)]
    public void AreExhausted_EachLimit_HoldsByItself(int ofHandler, int ofGateway, bool areExhausted) =>
        Assert.Equal(areExhausted, new AttemptCounts(ofHandler, ofGateway).AreExhausted(Limits));
}
