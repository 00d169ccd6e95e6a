using System.Net;

namespace Hevlayer.Tests.Waiting;

public sealed class SnapshotTests
{
    private readonly GatewayStub _gateway = new();

    [Fact]
    public async Task Snapshot_NewestIsTooOld_WaitsForTheNext()
    {
        _gateway.History = seconds => GatewayStub.Snapshots(seconds < 20 ? -30 : 7);

        var snapshot = await _gateway.RunAsync(client => client.WaitForSnapshotAsync("n", GatewayStub.Start.AddSeconds(7)));

        Assert.Equal("sha-7", snapshot.Sha);
        Assert.Equal([0, 5, 10, 15, 20], _gateway.Seconds);
        Assert.All(_gateway.Requests, request => Assert.Equal("/v2/namespaces/n/history?limit=1", request.Target));
    }

    [Fact]
    public async Task Snapshot_WatermarkInTheSameMillisecond_IsTaken()
    {
        _gateway.History = _ => GatewayStub.Snapshots(1);

        var snapshot = await _gateway.RunAsync(client => client.WaitForSnapshotAsync("n", GatewayStub.Start.AddSeconds(1).AddTicks(9_999)));

        Assert.Equal("sha-1", snapshot.Sha);
    }

    [Theory]
    [InlineData("""{"error":"not_found","message":"unknown namespace"}""")]
    [InlineData("""{"error":"namespace n was not found","status":"error"}""")]
    public async Task Snapshot_NamespaceIsNotThereYet_IsWaitedFor(string body)
    {
        _gateway.History = seconds => seconds < 30 ? Reply.Json(body, 404) : GatewayStub.Snapshots(1);

        Assert.Equal("sha-1", (await _gateway.RunAsync(client => client.WaitForSnapshotAsync("n", GatewayStub.Start))).Sha);
        Assert.Equal(30, _gateway.Seconds.Last());
    }

    [Theory]
    [InlineData("")]
    [InlineData("404 page not found")]
    public async Task Snapshot_GatewayHasNoSuchRoute_FailsAtOnce(string body)
    {
        _gateway.History = _ => Reply.Text(body, 404);

        var error = await _gateway.FailAsync<HevlayerException>(client => client.WaitForSnapshotAsync("n", GatewayStub.Start));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Contains("does not serve the route", error.Message, StringComparison.Ordinal);
        Assert.Single(_gateway.Requests);
    }

    [Fact]
    public async Task Snapshot_TimeIsOver_SaysWhatWasSoughtAndWhatIsThere()
    {
        _gateway.History = _ => GatewayStub.Snapshots(-60);

        var error = await _gateway.FailAsync<HevlayerTimeoutException>(client => client.WaitForSnapshotAsync("n", GatewayStub.Start));

        Assert.Equal(
            "After 900 s the namespace 'n' has no snapshot with a watermark at or after 2026-01-02T03:00:00.0000000+00:00; the newest is of 2026-01-02T02:59:00.0000000+00:00.",
            error.Message);
        Assert.Equal(900, _gateway.Seconds.Last());
    }

    [Theory]
    [MemberData(nameof(Cultures.Odd), MemberType = typeof(Cultures))]
    public async Task Snapshot_TimeIsOverUnderAnOddCulture_ReadsTheSame(string culture)
    {
        var error = await Cultures.RunAsync(culture, () => _gateway.FailAsync<HevlayerTimeoutException>(client =>
            client.WaitForSnapshotAsync("n", GatewayStub.Start, new() { Timeout = TimeSpan.FromMilliseconds(1500) })));

        Assert.Equal("After 1.5 s the namespace 'n' has no snapshot with a watermark at or after 2026-01-02T03:00:00.0000000+00:00; the newest is none.", error.Message);
    }

    [Fact]
    public async Task Snapshot_ThroughTheHandle_IsTheSameWait()
    {
        _gateway.History = _ => GatewayStub.Snapshots(1);

        Assert.Equal("sha-1", (await _gateway.RunAsync(client => client.Namespace("n").WaitForSnapshotAsync(GatewayStub.Start))).Sha);
    }
}
