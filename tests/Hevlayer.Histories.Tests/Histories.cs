using System.Globalization;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>Which histories are run: those of the test, or the one that a variable names.</summary>
internal static class Histories
{
    public static SimulationOptions Options(int histories)
    {
        var seed = Environment.GetEnvironmentVariable("HEVLAYER_SEED");
        var count = Environment.GetEnvironmentVariable("HEVLAYER_HISTORIES");
        return new SimulationOptions
        {
            FirstSeed = seed is null ? 1 : int.Parse(seed, CultureInfo.InvariantCulture),
            Histories = count is not null ? int.Parse(count, CultureInfo.InvariantCulture) : seed is null ? histories : 1,
        };
    }

    public static string Describe(SimulationReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Histories} histories, {report.WorkerTime.TotalHours:F0} worker hours, {report.Indexed} indexed, {report.Failed} failed; faults: {string.Join(", ", report.Faults.Select(static fault => $"{fault.Key} {fault.Value}"))}{string.Concat(report.Broken.Take(20).Select(static broken => $"\nseed {broken.Seed}: {string.Join("; ", broken.Violations)}"))}");
}
