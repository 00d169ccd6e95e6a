namespace Hevlayer.Workers.Tests;

public sealed class AttemptCountsTests
{
    private static readonly RetryLimits Limits = new DocumentRetryOptions { MaxAttempts = 3, MaxGatewayFailures = 5 }.ToLimits();

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

        Assert.Equal(10 + ofHandler, counts.OfHandler);
        Assert.Equal(ofHandler > 0 ? 0 : 20 + ofGateway, counts.OfGateway);
        Assert.Equal(30 + ofHandler + ofGateway, counts.Total);
    }

    [Theory]
    [InlineData("Handler", 2, 9, false)]
    [InlineData("Handler", 3, 0, true)]
    [InlineData("TimedOut", 3, 0, true)]
    [InlineData("Gateway", 9, 4, false)]
    [InlineData("Gateway", 0, 5, true)]
    public void AreExhausted_EachKind_HasALimitOfItsOwn(string kind, int ofHandler, int ofGateway, bool areExhausted) =>
        Assert.Equal(areExhausted, new AttemptCounts(ofHandler, ofGateway).AreExhausted(Enum.Parse<FaultKind>(kind), Limits));

    [Fact]
    public void AreExhausted_OneRefusal_IsNoVerdict()
    {
        var once = default(AttemptCounts).With(FaultKind.Refused);

        Assert.False(once.AreExhausted(FaultKind.Refused, Limits));
        Assert.True(once.With(FaultKind.Refused).AreExhausted(FaultKind.Refused, Limits));
    }
}
