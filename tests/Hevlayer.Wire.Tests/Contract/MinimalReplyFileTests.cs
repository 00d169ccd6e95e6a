using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Contract;

public sealed class MinimalReplyFileTests
{
    public static TheoryData<string> Operations => [.. WireContract.Operations.Keys];

    [Fact]
    public void File_Operations_AreThoseOfTheContract() =>
        Assert.Equal(
            WireContract.Operations.Keys.Order(StringComparer.Ordinal),
            MinimalReplies.All.Select(static pair => pair.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public void File_Reply_HoldsWhatTheContractRequiresAndNoMore(string operation)
    {
        var successes = WireContract.Operations[operation].Successes;

        Assert.All(successes.Take(1), success => Assert.Empty(MinimalShape.Problems(success.Schema, MinimalReplies.All[operation])));
    }
}
