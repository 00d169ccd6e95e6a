using System.Net.Sockets;
using System.Runtime.InteropServices;
using Hevlayer.Local;

return await RunAsync(args).ConfigureAwait(false);

static async Task<int> RunAsync(string[] args)
{
    var parsed = ProgramArguments.Parse(args);
    if (parsed.Options is not { } options)
    {
        await (parsed.IsError ? Console.Error : Console.Out).WriteLineAsync(parsed.Message).ConfigureAwait(false);
        return parsed.IsError ? ExitCodes.BadArguments : ExitCodes.Success;
    }

    var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    try
    {
        await using var gateway = await LocalGateway.StartAsync(options).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"{ProgramArguments.Name} listens on {gateway.BaseAddress}").ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
        return ExitCodes.Success;
    }
    catch (Exception error) when (error is IOException or SocketException)
    {
        await Console.Error.WriteLineAsync($"{ProgramArguments.Name}: cannot listen on {options.Address} port {options.Port}: {error.Message}").ConfigureAwait(false);
        return ExitCodes.CannotListen;
    }

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stopped.TrySetResult();
    }
}
