using System.CommandLine;

namespace Hevlayer.Local.Tool;

/// <summary>Serves the local gateway over HTTP until it is told to stop.</summary>
internal static class Program
{
    // Open connections may finish their call; longer than the server itself waits for them is of no use.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    public static async Task<int> Main(string[] args)
    {
        var server = new GatewayServer(GatewayCommand.Name, Console.Out, Console.Error);
        var command = GatewayCommand.Create(server.RunAsync);

        // A token that starts with @ is a value, not the name of a file with arguments.
        var parsed = command.Parse(args, new() { ResponseFileTokenReplacer = null });
        return parsed.Errors is [var error, ..]
            ? await server.RefuseAsync(error.Message)
            : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopTime });
    }
}
