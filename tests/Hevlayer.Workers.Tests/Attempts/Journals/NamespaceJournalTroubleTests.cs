using System.Net;
using Hevlayer.Local;

namespace Hevlayer.Workers.Tests.Journals;

public sealed class NamespaceJournalTroubleTests : IAsyncDisposable
{
    private readonly LocalGateway _gateway = LocalGateway.Create();
    private readonly CountingGateway _calls;
    private readonly HevlayerClient _client;
    private readonly NamespaceAttemptJournal _journal;

    public NamespaceJournalTroubleTests()
    {
        _calls = new CountingGateway(_gateway.CreateHandler());
        _client = new(new() { BaseAddress = _gateway.BaseAddress, Retry = new() { MaxAttempts = 1 } }, _calls);
        _journal = Journal();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _calls.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Begin_WriteFails_TellsSoAndMayBeRepeated()
    {
        _calls.Answer = static call => call.StartsWith("write", StringComparison.Ordinal) ? HttpStatusCode.BadGateway : null;
        await Assert.ThrowsAnyAsync<HevlayerException>(() => _journal.BeginAsync("a"));

        _calls.Answer = static _ => null;
        await _journal.BeginAsync("a");

        Assert.Equal(AttemptHistory.None, await _journal.HistoryAsync("a"));
        Assert.Equal(new(0, 1), await Journal().HistoryAsync("a"));
    }

    [Fact]
    public async Task End_WriteFails_GoesAlongWithTheNextCall()
    {
        await _journal.BeginAsync("a");
        _calls.Answer = static _ => HttpStatusCode.BadGateway;
        await Assert.ThrowsAnyAsync<HevlayerException>(() => _journal.ReleasedAsync("a"));
        _calls.Answer = static _ => null;

        await _journal.BeginAsync("b");

        Assert.Equal(AttemptHistory.None, await Journal().HistoryAsync("a"));
    }

    [Fact]
    public async Task End_WaitIsCancelled_IsWrittenAllTheSame()
    {
        await _journal.BeginAsync("a");
        var opened = new TaskCompletionSource();
        _calls.Opened = opened.Task;
        var begun = _journal.BeginAsync("b");
        using var cancel = new CancellationTokenSource();
        var ended = _journal.EndAsync("a", false, cancel.Token);
        var dropped = _journal.BeginAsync("c", "w1", cancel.Token);
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dropped);

        opened.SetResult();
        await begun;
        await _journal.BeginAsync("d");

        Assert.Equal(["b", "d"], (await Journal().ReadAsync(["a", "b", "c", "d"], Token)).Keys);
    }

    [Fact]
    public async Task Batch_OneDocumentIsRefused_LeavesTheOthersAlone()
    {
        var opened = new TaskCompletionSource();
        _calls.Opened = opened.Task;
        _calls.Answer = static call => call.StartsWith("write", StringComparison.Ordinal) && call.Contains("\"bad\"", StringComparison.Ordinal) ? HttpStatusCode.UnprocessableEntity : null;
        string[] ids = ["a", "b", "bad", "c"];
        var begun = ids.ToDictionary(static id => id, id => _journal.BeginAsync(id));

        opened.SetResult();

        await Task.WhenAll(begun["a"], begun["b"], begun["c"]);
        await Assert.ThrowsAnyAsync<HevlayerException>(() => begun["bad"]);
        Assert.Equal(["a", "b", "c"], (await Journal().ReadAsync(ids, Token)).Keys);
    }

    [Fact]
    public async Task Fetch_NotFoundFromSomebodyElse_IsNotTakenForNoHistory()
    {
        await _journal.BeginAsync("a");
        _calls.Answer = static call => call.StartsWith("fetch", StringComparison.Ordinal) ? HttpStatusCode.NotFound : null;
        _calls.Page = "<html>Not here</html>";

        await Assert.ThrowsAnyAsync<HevlayerException>(() => Journal().BeginAsync("a"));
        _calls.Answer = static _ => null;

        Assert.Equal(new(0, 1), await Journal().HistoryAsync("a"));
    }

    private NamespaceAttemptJournal Journal() => new(_client, "products-attempts", TimeProvider.System);
}
