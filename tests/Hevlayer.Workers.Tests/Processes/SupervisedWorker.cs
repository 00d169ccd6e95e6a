using System.Diagnostics;
using System.Text;

namespace Hevlayer.Workers.Tests.Processes;

/// <summary>A worker as a process of its own, which is started again whenever it dies.</summary>
internal sealed class SupervisedWorker(IReadOnlyDictionary<string, string> variables) : IAsyncDisposable
{
    private const string Program = "Hevlayer.WorkerProgram";

    // A program that cannot start would be started again and again.
    private const int MostDeaths = 10;

    private readonly CancellationTokenSource _end = new();
    private readonly StringBuilder _output = new();
    private readonly Lock _lock = new();
    private Process? _running;
    private Task _supervision = Task.CompletedTask;

    /// <summary>Processes that have died.</summary>
    public int Deaths { get; private set; }

    /// <summary>Most memory that the process has taken so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _running!.Refresh();
            return _running.PeakWorkingSet64;
        }
    }

    /// <summary>What all its processes have written.</summary>
    public string Output
    {
        get
        {
            lock (_lock)
            {
                return _output.ToString();
            }
        }
    }

    public void Start() => _supervision = SuperviseAsync();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _supervision;
        _end.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (!_end.IsCancellationRequested && Deaths < MostDeaths)
        {
            using var process = new Process { StartInfo = StartInfo() };
            process.OutputDataReceived += (_, line) => Keep(line.Data);
            process.ErrorDataReceived += (_, line) => Keep(line.Data);
            process.Start();
            _running = process;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var kill = _end.Token.UnsafeRegister(static running => ((Process)running!).Kill(), process);
            await process.WaitForExitAsync(CancellationToken.None);
            if (!_end.IsCancellationRequested)
            {
                Deaths++;
            }
        }
    }

    private ProcessStartInfo StartInfo()
    {
        // Its output is beside that of these tests, in their configuration.
        var folder = AppContext.BaseDirectory.Replace(typeof(SupervisedWorker).Assembly.GetName().Name!, Program, StringComparison.Ordinal);
        var start = new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Program}.exe" : Program))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var variable in start.Environment.Keys.Where(static name => name.StartsWith("HEVLAYER_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        return start;
    }

    private void Keep(string? line)
    {
        lock (_lock)
        {
            _output.AppendLine(line);
        }
    }
}
