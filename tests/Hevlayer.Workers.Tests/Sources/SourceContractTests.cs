namespace Hevlayer.Workers.Tests.Sources;

public sealed class SourceContractTests
{
    [Fact]
    public void Rejection_WithoutReason_IsRefused()
    {
        Assert.Throws<ArgumentException>(static () => Rejection.DeadLetter(" "));
        Assert.Throws<ArgumentException>(static () => Rejection.ComeBack(string.Empty, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Rejection.ComeBack("why", TimeSpan.FromSeconds(-1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(50 * 24 * 3600)]
    public void Lease_ThatNoTimerTakes_IsRefused(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourceMessage<string> { Id = "1", Body = "x", Lease = TimeSpan.FromSeconds(seconds) });

    [Fact]
    public void Message_WithNothingElse_HasBeenReceivedOnceAndNeedsNoRenewal()
    {
        var message = new SourceMessage<string> { Id = "1", Body = "x" };

        Assert.Equal((1, null, null, null), (message.ReceiveCount, message.Lease, message.Problem, message.TraceParent));
    }
}
