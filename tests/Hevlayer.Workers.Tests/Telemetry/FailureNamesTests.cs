namespace Hevlayer.Workers.Tests;

public sealed class FailureNamesTests
{
    [Theory]
    [InlineData("Rejected", "rejected")]
    [InlineData("Handler", "handler")]
    [InlineData("TimedOut", "timeout")]
    [InlineData("Gateway", "gateway")]
    [InlineData("LeaseLost", "lease_lost")]
    [InlineData("Stopped", "stopped")]
    public void Of_EachKind_IsItsDocumentedName(string kind, string name) => Assert.Equal(name, FailureNames.Of(Enum.Parse<FaultKind>(kind)));

    [Fact]
    public void Of_AllKinds_Differ()
    {
        var names = Enum.GetValues<FaultKind>().Select(FailureNames.Of).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }
}
