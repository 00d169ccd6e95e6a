namespace Hevlayer.Protocol.Tests.Replaying;

public sealed class TraceReaderTests
{
    [Fact]
    public void Text_WithCommentsAndEmptyLines_IsRead() => Assert.Equal(
        [new(EventKind.Stage, null, "d"), new(EventKind.RenewRefused, "w", "d"), new(EventKind.Crash, "w")],
        TraceReader.Read("# a log\nstage d\n\nrenew-refused  w d # too late\r\ncrash w\n"));

    [Theory]
    [InlineData("stage")]
    [InlineData("claim d1")]
    [InlineData("crash w d1")]
    [InlineData("steal w d1")]
    public void Line_ThatIsNoEvent_IsNamed(string line)
    {
        var error = Assert.Throws<FormatException>(() => TraceReader.Read($"stage d1\n{line}"));

        Assert.Equal($"Line 2 is no event: {line}", error.Message);
    }
}
