using System.Diagnostics;
using System.Globalization;
using Hevlayer.Local;

namespace Hevlayer.Quickstart.Tests;

/// <summary>The program as a process of its own, over real connections.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Process_WithBadArguments_ExitsWithItsCodeAndOneLine()
    {
        using var process = Start("--top", "none");

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2, 1), (process.ExitCode, error.Trim().Split('\n').Length));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Process_ThatIsSignalled_ReleasesWhatItHoldsAndExits130(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The way to hand signals on is that of Linux.");
        var token = TestContext.Current.CancellationToken;
        _folder.File("large.txt", string.Concat(Enumerable.Range(0, 400_000).Select(number => $"This is sentence {number}. ")));
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero }, token);
        using var client = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress });
        await client.EnsurePipelineAsync("quickstart", "quickstart", cancellationToken: token);

        using var process = StartListeningToSignals("--input", _folder.Path, "--gateway", gateway.BaseAddress.AbsoluteUri);
        while (!process.HasExited && (await client.GetPipelineStatusAsync("quickstart", token)).Counts.GetValueOrDefault("indexed") == 0)
        {
            await Task.Delay(20, token);
        }

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);

        Assert.Equal((130, "Cancelled. Start the same command again to go on."), (process.ExitCode, error.Trim()));
        var status = await client.GetPipelineStatusAsync("quickstart", token);
        Assert.Equal(0, status.ProcessingCount);
        Assert.True(status.PendingCount > 0);
    }

    // A shell has the programs it starts in the background ignore interrupts, and their children inherit that.
    private static Process StartListeningToSignals(params string[] arguments) => Start(new ProcessStartInfo(
        "env",
        ["--default-signal=INT,TERM", "dotnet", "exec", typeof(Program).Assembly.Location, .. arguments]));

    private static Process Start(params string[] arguments) =>
        Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, .. arguments]));

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }
}
