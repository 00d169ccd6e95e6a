using System.Globalization;

namespace Hevlayer.Workers.Tests.Failures;

public sealed class FailureListTests : IAsyncDisposable
{
    private readonly FailureWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task List_NothingHasEverFailed_IsEmpty()
    {
        Assert.Empty(await _world.ListAsync());
        Assert.Null(await _world.Failures.FindAsync("a", Token));
        Assert.Empty(await _world.Failures.GroupAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task List_MoreThanAPage_HasEachOnceInOrder()
    {
        string[] ids = [.. Enumerable.Range(0, 1_203).Select(static number => string.Create(CultureInfo.InvariantCulture, $"d{number:0000}"))];
        await _world.WriteAsync(static failure => failure, ids);

        Assert.Equal(ids, await _world.ListAsync());
    }

    [Fact]
    public async Task List_OfEachFilter_IsWhatMeetsIt()
    {
        await _world.WriteAsync(static failure => failure with { Reason = "No text.", Kind = "rejected" }, "a");
        var between = _world.Clock.GetUtcNow();
        await _world.WriteAsync(static failure => failure with { Reason = "Now what?", WorkerId = "worker-2" }, "b");
        await _world.WriteAsync(static failure => failure with { Reason = "No", Kind = "timeout" }, "c");

        Assert.Equal(["a", "b", "c"], await _world.ListAsync(new() { ReasonPrefix = "No" }));
        Assert.Equal(["a"], await _world.ListAsync(new() { ReasonPrefix = "No t" }));
        Assert.Equal(["a"], await _world.ListAsync(new() { Kind = "rejected" }));
        Assert.Equal(["b"], await _world.ListAsync(new() { WorkerId = "worker-2" }));
        Assert.Equal(["a"], await _world.ListAsync(new() { Until = between }));
        Assert.Equal(["b", "c"], await _world.ListAsync(new() { Since = between }));
        Assert.Equal(["c"], await _world.ListAsync(new() { Since = between, Kind = "timeout" }));
        Assert.Equal(["a", "c"], await _world.ListAsync(new() { DocumentIds = ["a", "c", "d"] }));
    }

    [Fact]
    public async Task List_StillFailed_LeavesOutWhatIsNot()
    {
        await _world.FailAsync("a", "b", "c", "d", "e");
        await _world.Client.ReleaseDocumentsAsync(FailureWorld.Pipeline, ["b", "e"], cancellationToken: Token);

        Assert.Equal(["a", "c", "d"], await _world.ListAsync(new() { StillFailed = true }));
        Assert.Equal("failed 3, pending 2", await _world.CountsAsync());
    }

    [Fact]
    public async Task Group_ReasonsThatDifferInIdsAndNumbers_AreOne()
    {
        await _world.WriteAsync(static failure => failure with { Reason = $"Chunk '{failure.DocumentId}-3' has no text." }, "a", "b", "c");
        await _world.WriteAsync(static failure => failure with { Reason = "Its worker died 3 times.", Kind = "crashed" }, "d");
        await _world.WriteAsync(static failure => failure with { Reason = "Its worker died 4 times.", Kind = "crashed" }, "e");
        await _world.WriteAsync(static failure => failure with { Reason = "It doesn't fit, and can't." }, "f");

        var groups = await _world.Failures.GroupAsync(cancellationToken: Token);

        Assert.Equal(
            [("handler", "Chunk … has no text.", 3), ("crashed", "Its worker died # times.", 2), ("handler", "It doesn't fit, and can't.", 1)],
            groups.Select(static group => (group.Kind, group.Reason, group.Count)));
        Assert.Equal("e", groups[1].Example.DocumentId);
        Assert.True(groups[1].FirstAt < groups[1].LastAt);
    }

    [Fact]
    public void Filter_ThatCannotBeMeant_IsRefusedBeforeAnyCall()
    {
        var now = _world.Clock.GetUtcNow();
        foreach (var filter in new FailureFilter[]
        {
            new() { ReasonPrefix = "" },
            new() { Kind = "" },
            new() { DocumentIds = [] },
            new() { DocumentIds = [""] },
            new() { Since = now, Until = now.AddSeconds(-1) },
        })
        {
            Assert.Throws<ArgumentException>(() => _world.Failures.ListAsync(filter, Token));
        }

        Assert.Throws<ArgumentException>(() => _world.Client.Failures(" "));
        Assert.Empty(_world.Wire.Calls);
    }
}
