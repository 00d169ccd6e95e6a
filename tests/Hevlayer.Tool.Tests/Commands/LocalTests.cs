namespace Hevlayer.Tool.Tests;

public sealed class LocalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Local_ServesUntilItIsStopped()
    {
        var output = new StringWriter();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var local = Program.RunAsync(["local", "--port", "0", "--json"], Around(output, new StringWriter(), stopping.Token));
        while (output.ToString().Length == 0 && !local.IsCompleted)
        {
            await Task.Delay(5, Token);
        }

        var address = new ToolResult(ExitCode.Fine, output.ToString(), "").Json.GetProperty("address").GetString()!;
        var said = new StringWriter();
        var status = await Program.RunAsync(["status", "--gateway", address], Around(said, new StringWriter(), Token));
        await stopping.CancelAsync();

        Assert.Equal((0, 0), (status, await local));
        Assert.Contains("pipeline", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_BadPort_IsBadUsage()
    {
        var error = new StringWriter();

        Assert.Equal(2, await Program.RunAsync(["local", "--port", "x"], Around(new StringWriter(), error, Token)));
        Assert.Contains("--port", error.ToString(), StringComparison.Ordinal);
    }

    private static Surroundings Around(StringWriter output, StringWriter error, CancellationToken stopping) => new()
    {
        Out = TextWriter.Synchronized(output),
        Error = error,
        IsTerminal = false,
        Variable = static _ => null,
        Stopping = stopping,
    };
}
