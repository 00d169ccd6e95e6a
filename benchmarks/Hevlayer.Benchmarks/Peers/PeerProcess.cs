using System.Diagnostics;
using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>A program that makes calls when it is told to, and says what they took.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(string name, Process process)
    {
        Name = name;
        _process = process;
    }

    public string Name { get; }

    /// <summary>Starts one.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static PeerProcess Start(string name, string program, params string[] arguments) => new(name, Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!);

    /// <summary>Has it make calls, one after another.</summary>
    public async Task<PeerTurn> RunAsync(string work, int calls)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{work} {calls}"));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{Name} has ended.");
        var seconds = line.Split(' ').Select(static figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new(seconds[0] * 1e6 / calls, seconds[1] * 1e6 / calls);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
