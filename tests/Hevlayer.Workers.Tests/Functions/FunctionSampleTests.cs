using System.Diagnostics;

namespace Hevlayer.Workers.Tests;

public sealed class FunctionSampleTests
{
    [Fact]
    public async Task Sample_WithoutAGateway_SummarisesTheRowsOfItsOwn()
    {
        // Its output is in a folder like that of these tests.
        var folder = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Hevlayer.Workers.Tests"), Path.Combine("samples", "Functions"), StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Hevlayer.Samples.Functions.dll")]) { RedirectStandardOutput = true };
        start.Environment.Remove("HEVLAYER_BASE_URL");
        start.Environment["Logging__LogLevel__Default"] = "None";
        using var process = Process.Start(start)!;

        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("lease: A lease makes a claim exclusive. (13 words)", output, StringComparison.Ordinal);
        Assert.Contains("1 row failed.", output, StringComparison.Ordinal);
    }
}
