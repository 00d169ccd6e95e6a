using System.Globalization;
using System.Text.RegularExpressions;
using Hevlayer.Local;
using Hevlayer.Workers.Tests.Journals;

namespace Hevlayer.Workers.Tests.Processes;

/// <summary>
/// A document that kills the process of its worker, among others: real processes under a supervisor, a gateway over HTTP.
/// </summary>
public sealed partial class DeadlyDocumentTests : IAsyncLifetime
{
    private const string Pipeline = "products";
    private const string Culprit = "d07";
    private const int Documents = 24;
    private const int MaxCrashes = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(55);

    // Documents that were claimed and not begun come back when their leases are over.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);

    private readonly JournalFolder _folder = new();
    private LocalGateway _gateway = null!;
    private HevlayerClient _layer = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Ids => Enumerable.Range(0, Documents).Select(static number => string.Create(CultureInfo.InvariantCulture, $"d{number:00}"));

    public async ValueTask InitializeAsync()
    {
        _gateway = await LocalGateway.StartAsync(new LocalGatewayOptions { StatusCacheTime = TimeSpan.Zero }, Token);
        _layer = new HevlayerClient(new() { BaseAddress = _gateway.BaseAddress });
        await _layer.EnsurePipelineAsync(Pipeline, "shop", cancellationToken: Token);
        foreach (var id in Ids)
        {
            await _layer.PutChunksAsync(Pipeline, id, [new() { Id = $"{id}-0", Text = id == Culprit ? "a deadly text" : "a text" }], Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Handler_DiesOfADocument_AttemptsCountOverProcesses()
    {
        var output = await RunAsync(("WORK", "handler"), ("HEVLAYER_STATE_DIR", Path.GetDirectoryName(_folder.File)!));

        var attempts = Attempt().Matches(output).ToLookup(static match => match.Groups[2].Value, static match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.Equal(Ids, attempts.Select(static document => document.Key).Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3], attempts[Culprit]);

        // A neighbour may have been in work at the first death, and none at a later one.
        Assert.All(attempts.Where(static document => document.Key != Culprit), static document => Assert.InRange(document.Max(), 1, 2));
    }

    [Fact]
    public Task Embedder_DiesOfADocument_JournalInANamespaceNamesIt() =>
        RunAsync(("WORK", "embedder"), ("JOURNAL_NAMESPACE", "attempts"));

    /// <summary>Runs a worker under a supervisor until all has ended as it must.</summary>
    /// <returns>What its processes wrote.</returns>
    private async Task<string> RunAsync(params (string Name, string Value)[] variables)
    {
        await using var worker = new SupervisedWorker(new Dictionary<string, string>(variables.Select(static variable => KeyValuePair.Create(variable.Name, variable.Value)))
        {
            ["HEVLAYER_BASE_URL"] = _gateway.BaseAddress.OriginalString,
            ["HEVLAYER_PIPELINE_ID"] = Pipeline,
            ["HEVLAYER_WORKER_ID"] = "worker",
            ["Hevlayer__Worker__Lease"] = $"{Lease}",
            ["Hevlayer__Worker__MaxConcurrentDocuments"] = "4",
            ["Hevlayer__Worker__IdlePause"] = "00:00:00.2",
            ["Hevlayer__Worker__MaxIdlePause"] = "00:00:00.5",
            ["Hevlayer__Worker__Retry__MaxCrashes"] = MaxCrashes.ToString(CultureInfo.InvariantCulture),
        });
        worker.Start();
        try
        {
            await _layer.WaitForDrainAsync(
                Pipeline,
                new() { PollInterval = TimeSpan.FromMilliseconds(100), StatusCacheTime = TimeSpan.Zero, Timeout = Longest },
                cancellationToken: Token);
        }
        catch (HevlayerTimeoutException exception)
        {
            Assert.Fail($"{exception.Message}\n{worker.Output}");
        }

        var counts = (await _layer.GetPipelineStatusAsync(Pipeline, Token)).Counts;
        Assert.True(counts.GetValueOrDefault("indexed") == Documents - 1 && counts.GetValueOrDefault("failed") == 1, worker.Output);
        Assert.Equal(MaxCrashes, worker.Deaths);
        Assert.Contains($"Document {Culprit} is moved to failed", worker.Output, StringComparison.Ordinal);
        Assert.Contains($"Its worker died {MaxCrashes} times", worker.Output, StringComparison.Ordinal);
        // The index catches up.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Token);
        var rows = await _layer.Namespace("shop").QueryAsync(
            new() { RankBy = RankBy.Ascending(RowAttributes.Document), TopK = 2 * Documents, IncludeAttributes = new[] { RowAttributes.Document } },
            cancellationToken: Token);
        Assert.Equal(Ids.Where(static id => id != Culprit), rows.Rows!.Select(static row => row.Attributes.GetString(RowAttributes.Document)));
        return worker.Output;
    }

    [GeneratedRegex(@"attempt (\d+) at (\w+)")]
    private static partial Regex Attempt();
}
