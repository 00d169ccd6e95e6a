using static Microsoft.Playwright.Assertions;

namespace Hevlayer.Local.Browser.Tests;

/// <summary>What a person feels of a gateway that has much to do.</summary>
public sealed class LoadTests(Browsers browsers)
{
    private const int Rounds = 5;
    private const int EventsPerSecond = 1_000;
    private const double Limit = 300;

    // What the page takes and not what else the machine is doing: the best of several, and of more where that was slow.
    private const int MostRounds = 25;

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task FirstPaint_With100000Documents_TakesLessThan300Milliseconds()
    {
        await using var stand = await Stand.StartAsync();
        var ids = string.Join(',', Enumerable.Range(0, 100_000).Select(static number => $"\"d{number}\""));
        await stand.SendAsync(HttpMethod.Post, "/v2/pipelines/p/documents/stage", $$"""{"document_ids":[{{ids}}],"stage":"pending","create_missing":true}""");
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        foreach (var page in (string[])["/", "/_local/pipelines/p", Filling.Document("d99999"), "/_local/failed"])
        {
            var best = double.MaxValue;
            for (var round = 0; round < Rounds || (best > Limit && round < MostRounds); round++)
            {
                await window.GoAsync(page);
                best = Math.Min(best, await window.FirstPaintAsync());
            }

            TestContext.Current.SendDiagnosticMessage($"first paint of {page}: {best:0} ms");
            Assert.InRange(best, 0, Limit);
        }

        window.AssertNoComplaint();
    }

    [Fact]
    public async Task Page_With1000EventsASecond_FollowsThemAndDoesNotStall()
    {
        await using var stand = await Stand.StartAsync();
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        await window.GoAsync("/_local/pipelines/p");
        await window.WatchStallsAsync();

        var sent = await StageAsync(stand);

        var stall = await window.LongestStallAsync();
        TestContext.Current.SendDiagnosticMessage($"{sent / Watched.TotalSeconds:0} events a second; the page stood still for {stall.TotalMilliseconds:0} ms at most and was shown anew {await window.ChangesAsync()} times");
        Assert.InRange(stall.TotalMilliseconds, 0, 1_000);
        Assert.InRange(await window.ChangesAsync(), 2, 2 * (int)Watched.TotalSeconds);
        await Expect(window.CountOf("pending")).ToHaveTextAsync($"{sent}");
        window.AssertNoComplaint();
    }

    // In process, so that what is measured is the page and not the sockets of those who call.
    private static async Task<int> StageAsync(Stand stand)
    {
        await using var layer = new HevlayerClient(new() { BaseAddress = stand.Gateway.BaseAddress }, stand.Gateway.CreateHandler());
        var (began, sent, wanted) = (TimeProvider.System.GetTimestamp(), 0, (int)(EventsPerSecond * Watched.TotalSeconds));
        while (sent < wanted)
        {
            var due = Math.Min(wanted, (int)(TimeProvider.System.GetElapsedTime(began).TotalSeconds * EventsPerSecond));
            for (; sent < due; sent++)
            {
                await layer.PutChunksAsync("p", $"d{sent}", [new() { Id = "c", Text = "A red kettle." }], Stand.Token);
            }

            await Task.Delay(10, Stand.Token);
        }

        return sent;
    }
}
