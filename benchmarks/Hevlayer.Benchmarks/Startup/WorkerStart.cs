using System.Diagnostics;
using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>One start of a worker.</summary>
/// <param name="Milliseconds">From the start of the process to the reply to its first claim.</param>
/// <param name="Resident">Kibibytes that are resident then.</param>
internal readonly record struct WorkerStart(double Milliseconds, double Resident)
{
    public static async Task<WorkerStart> RunAsync(PublishedWorker worker, Uri gateway)
    {
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(worker.Program)
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["HEVLAYER_PIPELINE_ID"] = "1",
                ["HEVLAYER_BASE_URL"] = gateway.ToString(),
                ["LAYER_GATEWAY_API_KEY"] = "benchmark",
                ["Logging__LogLevel__Default"] = "Warning",

                // The server gives the same documents at every claim, so there is none before the last have gone.
                ["Hevlayer__Worker__MaxConcurrentDocuments"] = "1",
                ["Hevlayer__Worker__MaxHeldDocuments"] = "16",
            },
        })!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();
            var time = Stopwatch.GetElapsedTime(begin);
            return line == "claimed"
                ? new(time.TotalMilliseconds, await ResidentAsync(process))
                : throw new InvalidOperationException($"The worker said: {line}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<double> ResidentAsync(Process process)
    {
        var lines = await File.ReadAllLinesAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status"));
        var line = lines.First(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
