using System.Net;
using Hevlayer.Local;

namespace Hevlayer.Tests.Handles;

/// <summary>The helpers against a gateway that keeps what it is told.</summary>
public sealed class LocalHandleTests : IAsyncDisposable
{
    private readonly LocalGateway _gateway = LocalGateway.Create();
    private readonly HevlayerClient _client;

    public LocalHandleTests() => _client = new(new() { BaseAddress = _gateway.BaseAddress }, _gateway.CreateHandler());

    private NamespaceClient Shop => _client.Namespace("shop/eu");

    [Fact]
    public async Task ScanIds_MoreThanOnePage_FindsEveryRowOnce()
    {
        await FillAsync(Shop, 2500);

        var all = await Shop.ScanIdsAsync().AllAsync();
        var even = await Shop.ScanIdsAsync(new() { Filters = Filter.Eq("parity", 0) }).AllAsync();

        Assert.Equal(2500, all.Distinct().Count());
        Assert.Equal(2500, all.Count);
        Assert.Equal(1250, even.Count);
    }

    [Fact]
    public async Task ScanIds_ExactlyOnePage_FindsEveryRowOnce()
    {
        await FillAsync(Shop, 1000);

        Assert.Equal(1000, (await Shop.ScanIdsAsync().AllAsync()).Count);
    }

    [Fact]
    public async Task CountAndValues_OfRows_AgreeWithThem()
    {
        await FillAsync(Shop, 7);

        Assert.Equal(7, (await Shop.CountAsync()).Count);
        Assert.Equal(3, (await Shop.CountAsync(new() { Filters = Filter.Eq("parity", 1) })).Count);
        Assert.Equal([("0", 4), ("1", 3)], (await Shop.ScanValuesAsync("parity").AllAsync()).Select(value => (value.Value, value.Count)));
    }

    [Fact]
    public async Task WaitForScan_OfAnotherGateway_IsNotFound()
    {
        await FillAsync(Shop, 1);
        var scan = await Shop.StartScanAsync(new());
        Assert.Equal(JobStatus.Completed, (await Shop.WaitForScanAsync(scan.Id)).Status);
        await using var restarted = LocalGateway.Create();
        await using var client = new HevlayerClient(new() { BaseAddress = restarted.BaseAddress }, restarted.CreateHandler());

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.Namespace("shop/eu").WaitForScanAsync(scan.Id));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task Snapshot_OfAField_HoldsItsValues()
    {
        await FillAsync(Shop, 3);

        var job = await Shop.CreateSnapshotAndWaitAsync(new() { Field = "parity" });
        var snapshot = await _client.Api.GetNamespaceSnapshotAsync("shop/eu", job.Sha!);

        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Equal(["0=2", "1=1"], snapshot.Fields.Single(field => field.Name == "parity").Values.Select(value => $"{value.Value}={value.Count}"));
    }

    [Fact]
    public async Task PatchColumns_OfSomeRows_ChangesOnlyThem()
    {
        await FillAsync(Shop, 3);

        await Shop.PatchColumnsAsync(["0", "2", "absent"], new Dictionary<string, AttributeValues> { ["parity"] = [8, 9, 10] });
        var found = await Shop.FetchManyAsync(["2", "absent", "1", "0"]);

        Assert.Equal([9, 1, 8], found.Documents.Select(document => document.Attributes.GetInt64("parity")));
        Assert.Equal(["absent"], found.Missing);
    }

    [Fact]
    public async Task BranchAndCopy_OfANamespace_HoldItsRowsAndGoTheirOwnWay()
    {
        await FillAsync(Shop, 3);

        await _client.Namespace("branch").BranchFromAsync("shop/eu");
        await _client.Namespace("copy").CopyFromAsync("shop/eu");
        await FillAsync(Shop, 5);

        Assert.Equal(3, (await _client.Namespace("branch").CountAsync()).Count);
        Assert.Equal(3, (await _client.Namespace("copy").CountAsync()).Count);
        Assert.Equal(5, (await Shop.CountAsync()).Count);
    }

    [Fact]
    public async Task Namespaces_PageByPage_AreAllListed()
    {
        for (var n = 0; n < 5; n++)
        {
            await FillAsync(_client.Namespace($"p{n}"), 1);
        }

        await FillAsync(_client.Namespace("other"), 1);

        Assert.Equal(["p0", "p1", "p2", "p3", "p4"], (await _client.ListNamespaces("p", 2).AllAsync()).Select(entry => entry.Name));
        Assert.Equal(6, (await _client.ListNamespaces().AllAsync()).Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private static Task<TurbopufferWriteResponse> FillAsync(NamespaceClient space, int rows) => space.WriteAsync(new()
    {
        UpsertRows = [.. Enumerable.Range(0, rows).Select(n => new WriteRow { Id = $"{n}", Vector = new float[] { 1, 0 }, Attributes = new() { ["parity"] = n % 2 } })],
    });
}
