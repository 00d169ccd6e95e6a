using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hevlayer.Wire.Tests.Strangers;

/// <summary>
/// Prism, a server that knows the contract and nothing else: it answers with what it makes of the schemas, and says in a header
/// what is wrong with a request. It comes from npm.
/// </summary>
public sealed class Prism : IAsyncLifetime
{
    private const string Package = "@stoplight/prism-cli@5.16.0";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("npx")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--yes", $"--package={Package}", "prism", "mock", Path.Combine(AppContext.BaseDirectory, "hevlayer.yaml"),
            "--host", "127.0.0.1", "--port", Address.Port.ToString(CultureInfo.InvariantCulture),
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await _listening.Task.WaitAsync(LongestStart);
        }
        catch (TimeoutException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"Prism did not start: {string.Join('\n', _output)}");
        }
    }

    public ValueTask DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Read(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }

        if (line?.Contains("Prism is listening", StringComparison.Ordinal) is true)
        {
            _listening.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
