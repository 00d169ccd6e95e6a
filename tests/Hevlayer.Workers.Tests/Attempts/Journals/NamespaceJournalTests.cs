using Hevlayer.Local;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests.Journals;

public sealed class NamespaceJournalTests : IAsyncDisposable
{
    private const string Name = "products-attempts";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly LocalGateway _gateway = LocalGateway.Create();
    private readonly CountingGateway _calls;
    private readonly HevlayerClient _client;

    public NamespaceJournalTests()
    {
        _calls = new CountingGateway(_gateway.CreateHandler());
        _client = new(new() { BaseAddress = _gateway.BaseAddress, Retry = new() { MaxAttempts = 1 } }, _calls);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _calls.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Begin_FirstOfAll_IsARowWithoutAVector()
    {
        await Journal().BeginAsync("d#1", "pod-1");

        var row = await _client.Namespace(Name).FetchAsync("d#1", cancellationToken: Token);
        Assert.Equal(0, row.Attributes.GetInt64("attempts"));
        Assert.Equal(0, row.Attributes.GetInt64("crashes"));
        Assert.Equal("pod-1", row.Attributes.GetString("holder"));
        Assert.True(row.Attributes.GetBoolean("open"));
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), row.Attributes.GetInt64("begun_at"));
    }

    [Fact]
    public async Task Read_NoNamespaceYet_IsNoHistory() => Assert.Empty(await Journal().ReadAsync(["a", "b"], Token));

    [Fact]
    public async Task Read_OpenOfItsOwn_IsNoCrash()
    {
        var journal = Journal();
        await journal.BeginAsync("a");

        Assert.Equal(AttemptHistory.None, await journal.HistoryAsync("a"));
    }

    /// <summary>A container that starts again keeps its pod's name.</summary>
    [Theory]
    [InlineData("pod-1")]
    [InlineData("pod-2")]
    public async Task Begin_OpenOfAnEarlierProcess_IsOneCrash(string holder)
    {
        await Journal().BeginAsync("a", "pod-1");
        var next = Journal();
        Assert.Equal(new(0, 1), await next.HistoryAsync("a"));

        await next.BeginAsync("a", holder);
        await next.BeginAsync("a", holder);

        Assert.Equal(new(0, 1), await next.HistoryAsync("a"));
        Assert.Equal(1, (await RowAsync("a"))!.Attributes.GetInt64("crashes"));
        Assert.Equal(new(0, 2), await Journal().HistoryAsync("a"));
        Assert.Empty(await next.AbandonedIdsAsync());
    }

    [Fact]
    public async Task Begin_WithoutAReadBefore_FindsTheCrash()
    {
        await Journal().BeginAsync("a", "pod-1");
        var next = Journal();

        await next.BeginAsync("a", "pod-2");
        await next.FailedAsync("a");

        Assert.Equal(new(1, 1), await Journal().HistoryAsync("a"));
    }

    [Fact]
    public async Task End_Settled_DeletesTheRow()
    {
        var journal = Journal();
        await journal.BeginAsync("a");
        await journal.FailedAsync("a");
        await journal.SettledAsync("a");

        Assert.Null(await RowAsync("a"));
    }

    [Fact]
    public async Task End_SettledByAnotherThanCounted_DeletesTheRow()
    {
        var first = Journal();
        await first.BeginAsync("a");
        await first.FailedAsync("a");
        await first.ReleasedAsync("a");

        await Journal().SettledAsync("a");

        Assert.Null(await RowAsync("a"));
    }

    [Fact]
    public async Task End_NotSettled_KeepsWhatIsCountedAndNothingElse()
    {
        var journal = Journal();
        await journal.BeginAsync("a");
        await journal.FailedAsync("a");
        await journal.BeginAsync("a");
        await journal.BeginAsync("b");
        await journal.ReleasedAsync("a");
        await journal.ReleasedAsync("b");

        Assert.Equal(new(1, 0), await Journal().HistoryAsync("a"));
        Assert.Null(await RowAsync("b"));
    }

    [Theory]
    [InlineData('R')]
    [InlineData('F')]
    [InlineData('S')]
    public async Task AnyEvent_AnotherHasBegunSince_LeavesTheRowToThat(char kind)
    {
        var slow = Journal();
        await slow.BeginAsync("a", "pod-1");
        var next = Journal();
        await next.BeginAsync("a", "pod-2");
        await slow.ReadAsync(["a"], Token);

        await Scenario.PlayAsync(slow, (kind, "a"));

        Assert.Equal("pod-2", (await RowAsync("a"))!.Attributes.GetString("holder"));
        Assert.True((await RowAsync("a"))!.Attributes.GetBoolean("open"));
    }

    [Fact]
    public async Task End_LeaseLostUnnoticed_LeavesTheRowToTheNewHolder()
    {
        var slow = Journal();
        await slow.BeginAsync("a", "pod-1");
        await Journal().BeginAsync("a", "pod-2");

        await slow.ReleasedAsync("a");

        Assert.Equal("pod-2", (await RowAsync("a"))!.Attributes.GetString("holder"));
        Assert.True((await RowAsync("a"))!.Attributes.GetBoolean("open"));
    }

    [Fact]
    public async Task AnyHistory_ThenADeath_CountsLikeTheFile()
    {
        for (var count = 0; count <= Scenario.Events.Length; count++)
        {
            var name = $"journal-{count}";
            var first = Journal(name);
            foreach (var step in Scenario.Events.Take(count))
            {
                await Scenario.PlayAsync(first, step);
            }

            foreach (var id in Scenario.Ids)
            {
                Assert.Equal(Scenario.Expected(id, count), await Journal(name).HistoryAsync(id));
            }
        }
    }

    [Fact]
    public async Task Document_WithoutTrouble_CostsARead_AWriteAndADelete()
    {
        var journal = Journal();
        await journal.ReadAsync(["a"], Token);
        await journal.BeginAsync("a");
        await journal.SettledAsync("a");

        Assert.Equal(["fetch", "write", "write"], _calls.Calls);
    }

    [Fact]
    public async Task End_NeverBegunAndNothingKnown_WritesNothing()
    {
        var journal = Journal();
        await journal.ReadAsync(["a"], Token);
        await journal.SettledAsync("a");
        await journal.ReadAsync(["a"], Token);
        await journal.ReleasedAsync("a");

        Assert.DoesNotContain("write", _calls.Calls);
    }

    [Fact]
    public async Task Calls_ManyAtOnce_GoTogetherOneBatchAtATime()
    {
        var journal = Journal();
        var opened = new TaskCompletionSource();
        _calls.Opened = opened.Task;
        var begun = Enumerable.Range(0, 200).Select(number => journal.BeginAsync($"d{number}")).ToList();
        opened.SetResult();
        await Task.WhenAll(begun);
        Assert.Equal(["fetch", "write", "fetch", "write"], _calls.Calls);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => journal.FailedAsync($"d{number}")));

        Assert.Equal(1, _calls.MostAtOnce);
        Assert.All(
            (await Journal().ReadAsync([.. Enumerable.Range(0, 200).Select(static number => $"d{number}")], Token)).Values,
            static history => Assert.Equal(new(1, 0), history));
    }

    private NamespaceAttemptJournal Journal(string name = Name) => new(_client, name, _clock);

    private async Task<Document?> RowAsync(string id) =>
        (await _client.Namespace(Name).FetchManyAsync([id], cancellationToken: Token)).Documents.SingleOrDefault();
}
