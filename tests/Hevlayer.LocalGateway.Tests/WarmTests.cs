using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class WarmTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();
    private readonly HevlayerClient _layer;

    public WarmTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Job_RunsWhenItIsStartedAndIsDoneWhenItIsPolled()
    {
        await PutAsync("a", "b");

        var started = await _layer.Api.WarmCacheAsync("n", cancellationToken: Token);
        var polled = await _layer.Api.GetWarmJobAsync("n", started.Id, cancellationToken: Token);

        Assert.Equal((JobStatus.Running, 0, null), (started.Status, started.Progress, started.CompletedAt));
        Assert.Equal((JobStatus.Completed, 1, 2), (polled.Status, polled.Progress, polled.DocumentsScanned));
        Assert.Equal(started.Id, Assert.Single((await _layer.Api.ListWarmJobsAsync("n", cancellationToken: Token)).WarmJobs).Id);
        Assert.Empty((await _layer.Api.ListWarmJobsAsync("other", cancellationToken: Token)).WarmJobs);
        Assert.Equal(2, (await _layer.Namespace("n").WarmDocumentsAndWaitAsync(cancellationToken: Token)).DocumentsScanned);
    }

    [Fact]
    public async Task Hint_WithoutParameters_IsTheVectorStoresOwnReply()
    {
        await PutAsync("a");

        var reply = await _layer.Api.HintCacheWarmAsync("n", cancellationToken: Token);

        Assert.Null(reply.Documents);
        Assert.Equal("ACCEPTED", reply.AdditionalMembers!["status"].GetString());
    }

    [Fact]
    public async Task Hint_WithAParameter_RunsEachStepThatIsNotSwitchedOff()
    {
        await PutAsync("a");

        var before = await _layer.Api.HintCacheWarmAsync("n", turbopuffer: false, cancellationToken: Token);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        var after = await _layer.Api.HintCacheWarmAsync("n", documents: false, cancellationToken: Token);

        Assert.Equal((false, WarmStepStatus.Skipped), (before.Turbopuffer!.Enabled, before.Turbopuffer.Status));
        Assert.Equal((WarmStepStatus.Started, "n"), (before.Documents!.Status, before.Documents.Job!.Namespace));
        Assert.Equal((WarmStepStatus.NoSnapshot, null), (before.Snapshots!.Status, before.Snapshots.Sha));
        Assert.Equal(WarmStepStatus.Skipped, before.Blobs!.Status);
        Assert.Equal((WarmStepStatus.Skipped, null), (after.Documents!.Status, after.Documents.Job));
        var history = await _layer.Api.ListNamespaceHistoryAsync("n", cancellationToken: Token);
        Assert.Equal((WarmStepStatus.Completed, history[0].Sha, history[0].WatermarkMs), (after.Snapshots!.Status, after.Snapshots.Sha, after.Snapshots.WatermarkMs));
    }

    [Fact]
    public async Task Hint_WithBlobs_LoadsWhatTheBudgetReaches()
    {
        var first = await _layer.Namespace("n").PutBlobAsync(new byte[] { 1, 2, 3 }, cancellationToken: Token);
        var second = await _layer.Namespace("n").PutBlobAsync(new byte[] { 4, 5 }, cancellationToken: Token);
        await PutAsync(first.Ref, second.Ref, first.Ref, $"blob://n/{new string('0', 64)}", "blob://other/1", "text");

        var all = (await _layer.Api.HintCacheWarmAsync("n", blobs: true, blobBudgetBytes: 5, cancellationToken: Token)).Blobs!;
        var some = (await _layer.Api.HintCacheWarmAsync("n", blobs: true, blobBudgetBytes: 4, cancellationToken: Token)).Blobs!;

        Assert.Equal((6, 4, 2, 5, 1, 1, false), (all.DocumentsScanned, all.RefsSeen, all.Objects, all.Bytes, all.Missing, all.InvalidRefs, all.BudgetExhausted));
        Assert.Equal((1, 3, true), (some.Objects, some.Bytes, some.BudgetExhausted));
        Assert.Equal(["picture"], all.Attributes);
    }

    [Theory]
    [InlineData("POST", "/v2/namespaces/n/warm?page_size=0", 422)]
    [InlineData("POST", "/v2/namespaces/ghost/warm", 404)]
    [InlineData("GET", "/v1/namespaces/n/hint_cache_warm?blobs=true", 422)]
    [InlineData("GET", "/v1/namespaces/n/hint_cache_warm?documents=maybe", 422)]
    [InlineData("GET", "/v2/namespaces/n/warm-jobs/warm-9", 404)]
    public async Task Request_ThatCannotBeMet_IsRefused(string method, string path, int status)
    {
        await PutAsync("a");

        Assert.Equal((HttpStatusCode)status, (await _gateway.SendAsync(method, path, null)).Status);
    }

    private async Task PutAsync(params string[] pictures) => await _layer.Namespace("n").WriteAsync(
        new() { UpsertRows = [.. pictures.Select((picture, i) => new WriteRow { Id = i, Attributes = new() { ["picture"] = picture } })] }, Token);
}
