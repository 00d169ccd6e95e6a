namespace Hevlayer.Local.Tool;

/// <summary>Serves a local gateway over HTTP until it is told to stop, and gives the exit code.</summary>
/// <param name="Name">What the program is called in its messages.</param>
/// <param name="Output">Told when it listens.</param>
/// <param name="Error">Told when it cannot.</param>
internal sealed record GatewayServer(string Name, TextWriter Output, TextWriter Error)
{
    /// <summary>Says where it listens; null for a sentence.</summary>
    public Func<Uri, string>? Greeting { get; init; }

    public async Task<int> RunAsync(LocalGatewayOptions options, string? load, CancellationToken stopped)
    {
        try
        {
            await using var gateway = await LocalGateway.StartAsync(options, stopped);
            if (load is not null)
            {
                await gateway.LoadAsync(load, stopped);
            }

            await Output.WriteLineAsync(Greeting?.Invoke(gateway.BaseAddress) ?? $"{Name} listens on {gateway.BaseAddress}\n{WordsOf(options.DataDirectory)}");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        catch (ArgumentException refusal)
        {
            return await RefuseAsync(refusal.Message);
        }
        catch (Exception trouble) when (trouble is IOException or System.Net.Sockets.SocketException)
        {
            await Error.WriteLineAsync($"{Name}: cannot serve on {options.Address} port {options.Port}: {trouble.Message}");
            return ExitCodes.Failed;
        }

        return ExitCodes.Success;
    }

    public async Task<int> RefuseAsync(string message)
    {
        await Error.WriteLineAsync($"{Name}: {message} See {Name} --help.");
        return ExitCodes.BadArguments;
    }

    private static string WordsOf(string? folder) => folder is null
        ? "The state is in memory and is gone at the end; the pages are at the same address."
        : $"The state is kept in {Path.GetFullPath(folder)}; the pages are at the same address.";
}
