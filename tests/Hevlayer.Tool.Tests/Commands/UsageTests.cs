using Hevlayer.Local;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Tool.Tests;

/// <summary>How commands end that cannot do what they are asked.</summary>
public sealed class UsageTests : IAsyncDisposable
{
    private readonly ToolWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("--rate", "redrive", "--rate", "0")]
    [InlineData("--rate", "redrive", "--rate", "fast")]
    [InlineData("--max", "redrive", "--max", "-1")]
    [InlineData("--since", "failures", "--since", "yesterday")]
    [InlineData("--interval", "watch", "--interval", "0")]
    [InlineData("--gateway", "status", "--gateway", "nowhere")]
    [InlineData("rebuild", "rebuild")]
    [InlineData("--unknown", "status", "--unknown")]
    [InlineData("Since is", "failures", "--since", "2030-01-02", "--until", "2030-01-01")]
    [InlineData("explain", "explain")]
    public async Task Arguments_ThatCannotBeMeant_AreBadUsageAndNamed(string named, params string[] arguments)
    {
        await _world.StageAsync("a");

        var result = await _world.RunAsync(arguments);

        Assert.Equal((ExitCode.BadUsage, ""), (result.ExitCode, result.Output));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_NotNamed_IsBadUsage()
    {
        _world.Variables.Clear();

        var result = await _world.RunAsync("status");

        Assert.Equal(ExitCode.BadUsage, result.ExitCode);
        Assert.Contains("HEVLAYER_BASE_URL", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failures")]
    [InlineData("redrive")]
    [InlineData("watch")]
    public async Task Pipeline_NotNamed_IsBadUsage(string command)
    {
        _world.Variables.Remove("HEVLAYER_PIPELINE_ID");

        var result = await _world.RunAsync(command);

        Assert.Equal(ExitCode.BadUsage, result.ExitCode);
        Assert.Contains("--pipeline", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("watch")]
    [InlineData("failures")]
    [InlineData("redrive")]
    [InlineData("explain", "a")]
    public async Task Pipeline_ThatIsNotThere_IsBadUsage(params string[] arguments)
    {
        var result = await _world.RunAsync([.. arguments, "--pipeline", "nobody"]);

        Assert.Equal(ExitCode.BadUsage, result.ExitCode);
        Assert.Contains("nobody", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_ThatIsNotThere_IsSaid()
    {
        var result = await _world.RunAsync(null, CancellationToken.None, "status", "--gateway", Nobody.Address.AbsoluteUri);

        Assert.Equal(ExitCode.Gateway, result.ExitCode);
        Assert.Contains("cannot be reached", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_ThatIsRefused_IsSaidAndNeverShown()
    {
        await using var world = new ToolWorld(new LocalGatewayKey(ToolWorld.OwnKey));

        var result = await world.RunAsync("status", "--key", "sekrit");

        Assert.Equal(ExitCode.Gateway, result.ExitCode);
        Assert.Contains("does not accept the key", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sekrit", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_NamesCommandsAndExitCodes()
    {
        var result = await _world.RunAsync("--help");

        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.All(["status", "watch", "failures", "redrive", "explain", "local", "Exit codes: 0"], word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
    }
}
