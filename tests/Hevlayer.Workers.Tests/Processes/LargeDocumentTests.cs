using System.Diagnostics;
using System.Globalization;
using Hevlayer.Local;

namespace Hevlayer.Workers.Tests.Processes;

/// <summary>Documents whose vectors and bodies are many times as large as their chunks, in a process of its own.</summary>
public sealed class LargeDocumentTests
{
    private const string Pipeline = "products";
    private const int Documents = 6;
    private const int Chunks = 5_000;
    private const long MiB = 1024 * 1024;
    private const long MaxBufferedBytes = 32 * MiB;

    // What the runtime, its libraries and their code take before anything is claimed.
    private const long OfTheProcess = 130 * MiB;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Process_LargeDocuments_TakesNoMoreThanItsLimits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak is read from /proc.");
        await using var gateway = await LocalGateway.StartAsync(new LocalGatewayOptions { StatusCacheTime = TimeSpan.Zero, MaxBodyBytes = 256 * MiB }, Token);
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress });
        await layer.EnsurePipelineAsync(Pipeline, "shop", cancellationToken: Token);
        for (var document = 0; document < Documents; document++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"d{document:00}");
            await layer.PutChunksAsync(Pipeline, id, [.. Enumerable.Range(0, Chunks).Select(index => new Chunk { Id = $"{id}-{index}", Text = "some words" })], Token);
        }

        await using var worker = new SupervisedWorker(new Dictionary<string, string>
        {
            ["WORK"] = "large",
            ["HEVLAYER_BASE_URL"] = gateway.BaseAddress.OriginalString,
            ["HEVLAYER_PIPELINE_ID"] = Pipeline,
            ["Hevlayer__Worker__MaxBufferedBytes"] = MaxBufferedBytes.ToString(CultureInfo.InvariantCulture),
            ["DOTNET_gcServer"] = "0",
        });
        worker.Start();
        var status = await layer.WaitForDrainAsync(
            Pipeline,
            new() { PollInterval = TimeSpan.FromMilliseconds(200), StatusCacheTime = TimeSpan.Zero, Timeout = TimeSpan.FromMinutes(4) },
            cancellationToken: Token);

        Assert.Equal(Documents, status.Counts["indexed"]);
        Assert.Equal(0, worker.Deaths);

        // Chunks, vectors and bodies have a limit each.
        var peak = worker.PeakMemory;
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"The process took {peak / MiB} MiB at most."));
        Assert.InRange(peak, MiB, OfTheProcess + (3 * MaxBufferedBytes));
    }
}
