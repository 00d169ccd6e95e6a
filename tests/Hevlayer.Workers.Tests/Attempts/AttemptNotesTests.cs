using Hevlayer.Workers.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hevlayer.Workers.Tests;

/// <summary>What the journal is told of a document that one process holds twice, and of rows that may still arrive.</summary>
public sealed class AttemptNotesTests
{
    private readonly AttemptRecords _records = new();
    private readonly AttemptNotes _notes;

    public AttemptNotesTests() => _notes = new AttemptNotes(new MemoryAttemptJournal(_records), NullLogger.Instance, TestContext.Current.CancellationToken);

    /// <param name="isSettled">How the later hold ends.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LaterHold_EndsFirst_TheEarlierOneStaysOpenUntilItEnds(bool isSettled)
    {
        var (earlier, later) = (Hold(1), Hold(2));
        await _notes.BeginAsync(earlier);
        await _notes.StoredAsync(earlier);
        await _notes.BeginAsync(later);
        await _notes.FailedAsync(later, mayHaveWritten: false);
        Assert.Equal(new(1, 0, AttemptState.Stored, "worker~2"), _records["a"]);
        await _notes.BeginAsync(later);
        await _notes.EndAsync(later, isSettled);

        Assert.Equal(new(isSettled ? 0 : 1, 0, AttemptState.Stored, "worker~1"), _records["a"]);

        await _notes.EndAsync(earlier, isSettled: false);
        Assert.Equal(new(isSettled ? 0 : 1, 0, AttemptState.Closed, null), _records["a"]);
    }

    /// <summary>A hold that fails the document for its history begins no attempt.</summary>
    [Fact]
    public async Task LaterHold_WithoutAnAttempt_SettlesTheDocument()
    {
        var (earlier, later) = (Hold(1), Hold(2));
        await _notes.BeginAsync(earlier);
        _records.Apply(new(AttemptEventKind.KeptOpen, "a", "worker~1", Attempts: 2, Crashes: 3));
        _notes.Hold(later);
        await _notes.EndAsync(later, isSettled: true);

        Assert.Equal(new(0, 0, AttemptState.Stored, "worker~1"), _records["a"]);
    }

    /// <summary>What was settled is forgotten before somebody has looked for rows of it.</summary>
    [Fact]
    public async Task Settled_InDoubt_IsForgottenAndStaysOpen()
    {
        var held = Hold(1);
        await _notes.BeginAsync(held);
        await _notes.FailedAsync(held, mayHaveWritten: false);
        await _notes.BeginAsync(held);
        await _notes.KeepAsync(held, isSettled: true);

        Assert.Equal(new(0, 0, AttemptState.Stored, "worker~1"), _records["a"]);
    }

    [Fact]
    public async Task EarlierHold_EndsFirst_TheLaterOneStaysOpen()
    {
        var (earlier, later) = (Hold(1), Hold(2));
        await _notes.BeginAsync(earlier);
        await _notes.BeginAsync(later);
        await _notes.StoredAsync(earlier);
        await _notes.FailedAsync(earlier, mayHaveWritten: true);
        await _notes.CloseAsync(earlier, mayHaveWritten: true);
        await _notes.EndAsync(earlier, isSettled: true);

        Assert.Equal(new(0, 0, AttemptState.Open, "worker~2"), _records["a"]);
    }

    /// <param name="isCounted">Whether the failed attempt counts.</param>
    /// <param name="mayHaveWritten">Whether rows of it may arrive.</param>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Attempt_FailedAndIsRetriedLater_StaysOpenWhereItsRowsMayArrive(bool isCounted, bool mayHaveWritten)
    {
        var held = Hold(1);
        await _notes.BeginAsync(held);
        await (isCounted ? _notes.FailedAsync(held, mayHaveWritten) : _notes.CloseAsync(held, mayHaveWritten));

        Assert.Equal(mayHaveWritten ? AttemptState.Stored : AttemptState.Closed, _records["a"].State);
        Assert.Equal(isCounted ? 1 : 0, _records["a"].Attempts);
    }

    [Fact]
    public async Task AttemptOfAnEarlierProcess_StaysOpenAfterALaterHoldUntilItIsSeenTo()
    {
        _records.Apply(new(AttemptEventKind.Begun, "a", "worker~1"));
        _records.ProcessDied();
        var abandoned = Assert.Single(await _notes.AbandonedAsync());
        var held = Hold(2);
        await _notes.BeginAsync(held);
        await _notes.EndAsync(held, isSettled: true);

        Assert.Equal(new(0, 0, AttemptState.Stored, "worker~1"), _records["a"]);

        await _notes.EndAsync(abandoned);
        Assert.Equal(AttemptState.Closed, _records["a"].State);
    }

    private static HeldDocument Hold(int number) =>
        new("a", $"worker~{number}", new Lease(terms: null, beganAt: 0, TimeProvider.System), claimedAt: 0);
}
