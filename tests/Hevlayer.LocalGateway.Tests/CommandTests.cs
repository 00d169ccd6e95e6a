using System.Diagnostics;

namespace Hevlayer.Local.Tests;

/// <summary>The command <c>hevlayer-local</c> as its users start it.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("--port", "x")]
    [InlineData("--port", "70000")]
    [InlineData("--port")]
    [InlineData("--address", "nowhere")]
    [InlineData("--status-cache-seconds", "-1")]
    [InlineData("--key", "sekrit:owner")]
    [InlineData("--prot", "1")]
    public async Task BadArgument_EndsWith2AndSaysWhichOne(params string[] args)
    {
        using var program = Start(args);

        var said = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith("hevlayer-local: ", said, StringComparison.Ordinal);
        Assert.Contains(args[0].Trim('-').Split('-')[0], said.Split('\n')[0], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sekrit", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_PrintsTheUsageAndSucceeds()
    {
        using var program = Start("--help");

        var said = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, program.ExitCode);
        Assert.Contains("--snapshot-interval-seconds", said, StringComparison.Ordinal);
        Assert.Contains("--data", said, StringComparison.Ordinal);
        Assert.Contains("save <FILE>", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithKey_ListensAndStopsOnSigterm()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        using var program = Start("--port", "0", "--key", "t:read");
        var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var address = new Uri(line!.Split(' ')[^1]);
        using var http = new HttpClient { BaseAddress = address };

        Assert.True(address.IsLoopback);
        Assert.Equal(401, (int)(await http.GetAsync("/v2/pipelines", TestContext.Current.CancellationToken)).StatusCode);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "t");
        Assert.Equal(200, (int)(await http.GetAsync("/v2/pipelines", TestContext.Current.CancellationToken)).StatusCode);

        using var kill = Process.Start("kill", ["-TERM", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task Run_Frozen_HasAClockThatStandsAndSaysThatTheStateIsInMemory()
    {
        using var program = Start("--port", "0", "--frozen");
        var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains("in memory", await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[^1]) };

        var clock = await http.GetStringAsync("/_local/clock", TestContext.Current.CancellationToken);

        Assert.Contains("\"mode\":\"frozen\"", clock, StringComparison.Ordinal);
        Assert.Equal(clock, await http.GetStringAsync("/_local/clock", TestContext.Current.CancellationToken));
        program.Kill();
    }

    private static Process Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "hevlayer-local.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
