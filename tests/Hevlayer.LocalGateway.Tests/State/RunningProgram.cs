using System.Diagnostics;

namespace Hevlayer.Local.Tests;

/// <summary>The program as a process of its own.</summary>
internal sealed record RunningProgram(Process Process, HttpClient Http) : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "hevlayer-local.dll");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<RunningProgram> StartAsync(params string[] args) => ReadyAsync(Start([.. args, "--port", "0"]));

    /// <summary>Starts it where no file may grow beyond a size, as on a disk that is full.</summary>
    public static Task<RunningProgram> StartOnSmallDiskAsync(int kibibytes, params string[] args)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f {kibibytes}; exec dotnet \"$@\"", "bash", Program, .. args, "--port", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return ReadyAsync(Process.Start(start)!);
    }

    public static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync(Token);
    }

    public void Dispose()
    {
        Http.Dispose();
        Process.Dispose();
    }

    private static async Task<RunningProgram> ReadyAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync(Token) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Token));
        return new RunningProgram(process, new HttpClient { BaseAddress = new Uri(line.Split(' ')[^1]) });
    }
}
