using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Wire;

/// <summary>What a whole worker says to the gateway, with every guard: a worker of a stage of its own, leases of two minutes.</summary>
public sealed class WorkerWireTests
{
    private const string Indexed = "indexed";
    private readonly WireLog _wire = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claim_OfAWorker_SaysWhatItsOptionsSay()
    {
        await using var host = await WorkAsync(IndexAfter(TimeSpan.Zero));

        var claim = Claims[0];
        Assert.Equal(("foreign", "translating", "a"), (claim.Text("stage"), claim.Text("claim_stage"), claim.Text("document_id_prefix")));
        Assert.Equal(("120", "7"), (claim.Json("lease_seconds"), claim.Json("limit")));
        Assert.StartsWith("worker-1~", claim.Text("worker_id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_OneAfterAnother_HaveHoldersOfTheirOwn()
    {
        await using var host = await WorkAsync(IndexAfter(TimeSpan.FromSeconds(3)));

        Assert.Distinct(Claims.Select(static claim => claim.Text("worker_id")));
    }

    [Fact]
    public async Task Heartbeat_OfAClaim_NamesItsHolderItsStageAndItsDocuments()
    {
        await using var host = await WorkAsync(IndexAfter(TimeSpan.FromSeconds(41)));

        var heartbeat = _wire.Of("POST", "/heartbeat")[0];
        Assert.Equal((Holder, "translating"), (heartbeat.Text("worker_id"), heartbeat.Text("stage")));
        Assert.Equal(["a1", "a2"], heartbeat.Ids);
    }

    [Fact]
    public async Task Completion_OfADocument_IsGuardedByStageAndHolder()
    {
        await using var host = await WorkAsync(IndexAfter(TimeSpan.Zero));

        Assert.All(Moves, move => AssertGuarded(move, Indexed));
        Assert.Equal(["a1", "a2"], Moves.SelectMany(static move => move.Ids).Order());
    }

    [Fact]
    public async Task Failure_OfADocument_IsGuardedByStageAndHolder()
    {
        await using var host = await WorkAsync(static (_, _) => Task.FromResult(DocumentOutcome.Fail("no text")), LogIds.DocumentFailed);
        await host.RunAsync(() => WhenAsync(() => host.Status.Failed == 2));

        Assert.All(Moves, move => AssertGuarded(move, "failed"));
    }

    [Fact]
    public async Task Release_AtTheEndOfTheWorker_IsGuardedAndGoesBackToItsStage()
    {
        await using var host = await StartAsync(IndexAfter(TimeSpan.FromHours(1)));
        await host.RunAsync(() => WhenAsync(() => host.Status.Claimed == 2));

        await host.StopAsync();

        Assert.All(Moves, move => AssertGuarded(move, "foreign"));
        Assert.Equal(["a1", "a2"], Moves.SelectMany(static move => move.Ids).Order());
    }

    [Fact]
    public async Task Rows_OfADocument_CarryItsIdAndAVersionAndReplaceWhatIsOlder()
    {
        await using var host = await WorkAsync(IndexAfter(TimeSpan.Zero), configure: static options => options.Writes.MaxRows = 1);

        var write = Writes.Single(static write => Row(write).GetProperty("id").GetString() == "a1-0");
        Assert.Equal("/v2/namespaces/shop", write.Path);
        Assert.Equal("cosine_distance", write.Text("distance_metric"));
        Assert.Equal("a1", Row(write).GetProperty("hev_document").GetString());
        var version = Row(write).GetProperty("hev_version").GetInt64();
        Assert.Equal($$"""["Or",[["hev_version","Eq",null],["hev_version","Lte",{{version}}]]]""", write.Json("upsert_condition"));
        Assert.Equal($$"""["And",[["hev_document","Eq","a1"],["hev_version","Lt",{{version}}]]]""", write.Json("delete_by_filter"));
    }

    [Fact]
    public async Task Rows_InParts_LastOneAloneTakesTheOlderAlong()
    {
        await using var host = await WorkAsync(
            static (document, _) => Task.FromResult(DocumentOutcome.Index([.. Enumerable.Range(0, 3).Select(index => new VectorEntry { Id = $"{document.Id}-{index}", Vector = new float[] { 1, 2 } })])),
            configure: static options => options.MaxWriteBytes = 300);

        var writes = Writes.Where(static write => Row(write).GetProperty("hev_document").GetString() == "a1").ToList();
        Assert.Equal([1, 1, 1], writes.Select(static write => write.Body.GetProperty("upsert_rows").GetArrayLength()));
        Assert.Equal([false, false, true], writes.Select(static write => write.Json("delete_by_filter") is not null));
        Assert.Single(writes.Select(static write => Row(write).GetProperty("hev_version").GetInt64()).Distinct());
    }

    [Fact]
    public async Task Completion_ClientRetriedAndNothingMoved_IsLookedUp()
    {
        var isFirst = true;
        _wire.Script = async (call, send) =>
        {
            if (!call.Ends("POST", "/stage") || call.Text("worker_id") is null || !Interlocked.Exchange(ref isFirst, false))
            {
                return await send();
            }

            // Carried out, and the reply is lost.
            using var reply = await send();
            return WireLog.Trouble(HttpStatusCode.BadGateway);
        };
        await using var host = await WorkAsync(IndexAfter(TimeSpan.Zero));

        Assert.Equal((2, 0), (host.Status.Completed, host.Status.LeasesLost));
        var look = Assert.Single(_wire.Of("POST", "/stage"), static call => call.Text("worker_id") is null);
        Assert.Equal((Indexed, Indexed), (look.Text("from_stage"), look.Text("stage")));
    }

    [Fact]
    public async Task Restaging_OfADocument_PutsItsChunks()
    {
        await using var host = await WorkAsync(static (document, _) => Task.FromResult(document.Chunks is [{ Text: "new" }, ..]
            ? DocumentOutcome.MoveTo("done")
            : DocumentOutcome.Restage([new() { Id = $"{document.Id}-0", Text = "new" }, new() { Id = $"{document.Id}-1", Text = "newer" }])));

        var put = _wire.Of("PUT", "/documents/a1").Single(static call => call.Body.GetRawText().Contains("newer", StringComparison.Ordinal));
        Assert.Equal(["a1-0", "a1-1"], put.Body.GetProperty("chunks").EnumerateArray().Select(static chunk => chunk.GetProperty("id").GetString()));
    }

    private IReadOnlyList<WireCall> Claims => _wire.Of("POST", "/claim");

    private string Holder => Claims[0].Text("worker_id")!;

    private IReadOnlyList<WireCall> Moves => _wire.Of("POST", "/stage");

    private IReadOnlyList<WireCall> Writes => _wire.Of("POST", "/v2/namespaces/shop");

    private static JsonElement Row(WireCall write) => write.Body.GetProperty("upsert_rows")[0];

    private static Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> IndexAfter(TimeSpan time) => async (document, cancellationToken) =>
    {
        await Task.Delay(time, document.Clock, cancellationToken);
        return WorkHandler.Rows(document);
    };

    private static async Task WhenAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(1, Token);
        }
    }

    private void AssertGuarded(WireCall move, string stage) =>
        Assert.Equal((stage, "translating", Holder), (move.Text("stage"), move.Text("from_stage"), move.Text("worker_id")));

    private async Task<WorkerHost> WorkAsync(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work, int until = LogIds.DocumentCompleted, Action<DocumentWorkerOptions>? configure = null)
    {
        var host = await StartAsync(work, configure);
        await host.WhenLoggedAsync(until, 2);
        return host;
    }

    private async Task<WorkerHost> StartAsync(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work, Action<DocumentWorkerOptions>? configure = null)
    {
        var host = await WorkerHost.InMemoryAsync(_wire.Before, services => services
            .AddSingleton(new Work(work))
            .AddHevlayerWorkers().AddDocuments<WorkingHandler>(configure: options =>
            {
                (options.Stage, options.ClaimStage) = ("foreign", "translating");
                (options.DocumentIdPrefix, options.ClaimLimit) = ("a", 7);
                options.Lease = TimeSpan.FromMinutes(2);
                options.Shutdown = new() { DrainTime = TimeSpan.FromSeconds(1), CancelGrace = TimeSpan.FromSeconds(1), ReleaseTime = TimeSpan.FromSeconds(2) };
                configure?.Invoke(options);
            }));
        await host.StageAsync("a1", "a2", "b");
        await host.Client.Api.SetDocumentsStageAsync(WorkerHost.Pipeline, new() { DocumentIds = ["a1", "a2", "b"], Stage = "foreign" }, cancellationToken: Token);
        await host.StartAsync();
        return host;
    }
}
