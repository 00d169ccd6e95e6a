using System.Globalization;

namespace Hevlayer.Workers.Tests.Failures;

public sealed class RedriveTests : IAsyncDisposable
{
    private readonly FailureWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Redrive_FailedDocuments_ArePendingAndMarked()
    {
        await _world.FailAsync("a", "b", "c");

        var report = await _world.RedriveAsync();

        Assert.Equal((3, 0, false, false), (report.Redriven, report.NotFailed, report.HasMore, report.IsDryRun));
        Assert.Equal("pending 3", await _world.CountsAsync());
        Assert.NotNull((await _world.Failures.FindAsync("a", Token))!.RedrivenAt);
    }

    [Fact]
    public async Task Redrive_Again_MovesNothing()
    {
        await _world.FailAsync("a", "b");
        await _world.RedriveAsync();
        await _world.Client.ClaimDocumentsAsync(FailureWorld.Pipeline, new() { WorkerId = "w" }, Token);

        var report = await _world.RedriveAsync();

        Assert.Equal((0, 2), (report.Redriven, report.NotFailed));
        Assert.Equal("embedding 2", await _world.CountsAsync());
    }

    [Fact]
    public async Task Redrive_NoLedger_IsDoneAtOnce()
    {
        await _world.StageAsync("a");

        var report = await _world.RedriveAsync();

        Assert.Equal((0, 0, false), (report.Redriven, report.NotFailed, report.HasMore));
    }

    [Fact]
    public async Task Redrive_SomeAreNoLongerFailed_LeavesThoseAloneAndForgetsTheIndexed()
    {
        await _world.FailAsync("a", "b", "c", "d");
        await _world.Client.CompleteDocumentsAsync(FailureWorld.Pipeline, ["b"], cancellationToken: Token);
        await _world.Client.ReleaseDocumentsAsync(FailureWorld.Pipeline, ["d"], cancellationToken: Token);

        var report = await _world.RedriveAsync();

        Assert.Equal((2, 2), (report.Redriven, report.NotFailed));
        Assert.Equal("indexed 1, pending 3", await _world.CountsAsync());
        Assert.Equal(["a", "c", "d"], await _world.ListAsync());
    }

    [Fact]
    public async Task Redrive_OfAFilter_LeavesTheOthers()
    {
        await _world.FailAsync(static failure => failure with { Kind = "rejected" }, "a", "b");
        await _world.FailAsync("c");

        var report = await _world.RedriveAsync(new() { Kind = "rejected" });

        Assert.Equal(2, report.Redriven);
        Assert.Equal("failed 1, pending 2", await _world.CountsAsync());
    }

    [Fact]
    public async Task Redrive_DocumentsOfTwoWorkers_EachGoesBackToItsStage()
    {
        await _world.FailAsync(static failure => failure with { Stage = "foreign" }, "a", "b");
        await _world.FailAsync("c");

        await _world.RedriveAsync();

        Assert.Equal("foreign 2, pending 1", await _world.CountsAsync());
    }

    [Fact]
    public async Task Redrive_ToAStageOfItsOwn_GoesThere()
    {
        await _world.FailAsync("a");

        await _world.RedriveAsync(options: new() { Stage = "looked-at" });

        Assert.Equal("looked-at 1", await _world.CountsAsync());
    }

    [Fact]
    public async Task DryRun_Counts_AndChangesNothing()
    {
        await _world.FailAsync("a", "b");
        await _world.Client.ReleaseDocumentsAsync(FailureWorld.Pipeline, ["b"], cancellationToken: Token);
        _world.Wire.Clear();

        var report = await _world.RedriveAsync(options: new() { DryRun = true });

        Assert.Equal((1, 1, true), (report.Redriven, report.NotFailed, report.IsDryRun));
        Assert.Equal("failed 1, pending 1", await _world.CountsAsync());
        Assert.DoesNotContain(_world.Wire.Calls, LedgerHost.IsWrite);
    }

    [Fact]
    public async Task Redrive_MoreThanItMay_StopsThereAndSaysSo()
    {
        await _world.FailAsync([.. Ids(30)]);

        var first = await _world.RedriveAsync(options: new() { MaxDocuments = 20, Rate = 15 });
        var second = await _world.RedriveAsync(new() { Until = first.Until });

        Assert.Equal((20, true), (first.Redriven, first.HasMore));
        Assert.Equal((10, false), (second.Redriven, second.HasMore));
        Assert.Equal("pending 30", await _world.CountsAsync());
    }

    [Fact]
    public async Task Redrive_ExactlyAsManyAsItMay_HasNoMore()
    {
        await _world.FailAsync([.. Ids(10)]);

        Assert.False((await _world.RedriveAsync(options: new() { MaxDocuments = 10 })).HasMore);
    }

    [Fact]
    public async Task Redrive_AtARate_IsNoFaster()
    {
        await _world.FailAsync([.. Ids(50)]);
        var began = _world.Clock.GetUtcNow();

        await _world.RedriveAsync(options: new() { Rate = 10 });

        Assert.InRange((_world.Clock.GetUtcNow() - began).TotalSeconds, 5, 20);
        Assert.All(_world.Wire.Of("POST", "/stage"), static call => Assert.InRange(call.Ids.Count(), 1, 50));
    }

    [Fact]
    public async Task Redrive_ReportsItsProgress()
    {
        await _world.FailAsync([.. Ids(30)]);
        var seen = new List<RedriveProgress>();

        await _world.RedriveAsync(options: new() { Rate = 10, Progress = new Told(seen.Add) });

        Assert.Equal([10, 20, 30], seen.Select(static progress => progress.Redriven));
    }

    [Fact]
    public async Task Redrive_DocumentThatFailsAfterItsBeginning_IsLeft()
    {
        await _world.FailAsync("a");
        var began = _world.Clock.GetUtcNow();
        await _world.FailAsync("b");

        await _world.RedriveAsync(new() { Until = began });

        Assert.Equal("failed 1, pending 1", await _world.CountsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task Rate_ThatIsNone_IsRefusedBeforeAnyCall(double rate)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _world.RedriveAsync(options: new() { Rate = rate }));

        Assert.Empty(_world.Wire.Calls);
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"d{number:000}"));

    private sealed class Told(Action<RedriveProgress> tell) : IProgress<RedriveProgress>
    {
        public void Report(RedriveProgress value) => tell(value);
    }
}
