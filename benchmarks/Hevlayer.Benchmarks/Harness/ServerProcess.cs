using System.Diagnostics;

namespace Hevlayer.Benchmarks;

/// <summary>A server of this program's in a process of its own, so that its work and its garbage are not measured here.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public ProcessUse Use
    {
        get
        {
            _process.Refresh();
            return new(_process.WorkingSet64, _process.TotalProcessorTime);
        }
    }

    public static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        // Its standard input stays open as long as this process lives, and it ends with it.
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended before it said its address.");
        return new(process, new Uri(line));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
