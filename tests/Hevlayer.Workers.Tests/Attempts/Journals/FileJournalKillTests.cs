using System.Diagnostics;
using System.Globalization;

namespace Hevlayer.Workers.Tests.Journals;

public sealed class FileJournalKillTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Process_KilledWhileItWrites_LosesNothingThatItWasToldIsWritten()
    {
        var attempts = 0;
        var crashes = 0;
        foreach (var enough in new[] { 1, 2, 37, 500, 1_111 })
        {
            var written = await WriteAndKillAsync(enough);

            using var journal = _folder.Open();

            // One event may be written that nobody was told of.
            var history = await journal.HistoryAsync("d");
            Assert.Contains(history, new[] { written, written + 1 }.Select(count => new AttemptHistory(attempts + (count / 2), crashes + (count % 2))));
            (attempts, crashes) = history;
        }
    }

    /// <summary>Kills another process after it has written enough, and gives what it had written by then.</summary>
    private async Task<int> WriteAndKillAsync(int enough)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Hevlayer.Workers.Tests.exe" : "Hevlayer.Workers.Tests");
        using var process = Process.Start(new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            Environment = { [AppendingProgram.PathVariable] = _folder.File },
        })!;
        var written = 0;
        try
        {
            while (written < enough)
            {
                written = Number(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) ?? throw new InvalidOperationException("The process ended too early.");
            }
        }
        finally
        {
            process.Kill();
        }

        // What it said last may be cut off, or wait in the pipe.
        var rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var lines = rest.Split('\n')[..^1];
        return lines is [.., var last] ? Number(last) ?? written : written;
    }

    private static int? Number(string? line) => line is null ? null : int.Parse(line, CultureInfo.InvariantCulture);
}
