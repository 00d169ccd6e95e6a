using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hevlayer.Indexer.Tests;

/// <summary>A program that runs as a process of its own. All it writes is kept.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "LANG", "USER", "DOTNET_ROOT"];

    private readonly Process _process = new();
    private readonly StringBuilder _output = new();
    private readonly Lock _lock = new();

    private RunningProgram(string name) => Name = name;

    public string Name { get; }

    public bool IsRunning => !_process.HasExited;

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

    /// <summary>Starts a program, which sees few variables of this process beside its own.</summary>
    public static RunningProgram Start(string name, string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>>? variables = null)
    {
        var running = new RunningProgram(name);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var variable in start.Environment.Keys.Except(Inherited).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach (var (variable, value) in variables ?? [])
        {
            start.Environment[variable] = value;
        }

        running._process.StartInfo = start;
        running._process.OutputDataReceived += (_, line) => running.Keep(line.Data);
        running._process.ErrorDataReceived += (_, line) => running.Keep(line.Data);
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Waits for a line and gives its first group.</summary>
    public async Task<string> ReadAsync(Regex line, CancellationToken cancellationToken)
    {
        var match = Match.Empty;
        await Eventually.HoldsAsync(() => (match = line.Match(Output)).Success || !IsRunning, () => $"{Name} did not write '{line}':\n{Output}", cancellationToken);
        return match.Success ? match.Groups[1].Value : throw new InvalidOperationException($"{Name} has ended:\n{Output}");
    }

    /// <summary>
    /// Waits until the program has written something. Before that it may not hear a signal yet, and dies of it as any
    /// process would.
    /// </summary>
    public Task SpeaksAsync(CancellationToken cancellationToken) => ReadAsync(Anything(), cancellationToken);

    /// <summary>Sends a signal, by its name without SIG.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits for the end of the program.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(limit, cancellationToken);
            return _process.ExitCode;
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{Name} did not end within {limit}:\n{Output}", exception);
        }
    }

    /// <summary>Asks the program to end, as a deployment does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        await SignalAsync("TERM", cancellationToken);
        return await EndAsync(limit, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_lock)
        {
            _output.AppendLine(line);
        }
    }

    [GeneratedRegex("(.)")]
    private static partial Regex Anything();
}
