using System.CommandLine;

namespace Hevlayer.Local.Tool;

/// <summary>Serves the local gateway over HTTP until it is told to stop.</summary>
internal static class Program
{
    // Open connections may finish their call; longer than the server itself waits for them is of no use.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    public static async Task<int> Main(string[] args)
    {
        var command = GatewayCommand.Create(ServeAsync);

        // A token that starts with @ is a value, not the name of a file with arguments.
        var parsed = command.Parse(args, new() { ResponseFileTokenReplacer = null });
        return parsed.Errors is [var error, ..]
            ? await RefuseAsync(error.Message)
            : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopTime });
    }

    private static async Task<int> ServeAsync(LocalGatewayOptions options, string? load, CancellationToken stopped)
    {
        try
        {
            await using var gateway = await LocalGateway.StartAsync(options, stopped);
            if (load is not null)
            {
                await gateway.LoadAsync(load, stopped);
            }

            await Console.Out.WriteLineAsync($"{GatewayCommand.Name} listens on {gateway.BaseAddress}");
            await Console.Out.WriteLineAsync(options.DataDirectory is { } folder ? $"The state is kept in {Path.GetFullPath(folder)}; the pages are at the same address." : "The state is in memory and is gone at the end; the pages are at the same address.");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        catch (ArgumentException error)
        {
            return await RefuseAsync(error.Message);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync($"{GatewayCommand.Name}: cannot serve on {options.Address} port {options.Port}: {error.Message}");
            return ExitCodes.Failed;
        }

        return ExitCodes.Success;
    }

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync($"{GatewayCommand.Name}: {message} See {GatewayCommand.Name} --help.");
        return ExitCodes.BadArguments;
    }
}
