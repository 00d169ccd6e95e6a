namespace Hevlayer.Workers.Tests.Journals;

public sealed class FileJournalTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public static TheoryData<string> OddIds =>
    [
        "two\nlines\r\n", "a b\tc", "\"quoted\" \\ back\\000a", "\U0001f600 \u00e9\u4e2d", "nul\0", new string('x', 10_000), new string('\u4e2d', 10_000), " ", "\\",
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_AttemptWasOpen_IsOneCrashHoweverOftenItIsOpened()
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("a", "w1");
            await first.BeginAsync("b", "w1");
            await first.SettledAsync("b");
        }

        for (var time = 0; time < 3; time++)
        {
            using var next = _folder.Open();
            Assert.Equal(new(0, 1), await next.HistoryAsync("a"));
            Assert.Equal(AttemptHistory.None, await next.HistoryAsync("b"));
            Assert.Equal(["a/w1"], await next.AbandonedIdsAsync());
        }
    }

    [Fact]
    public async Task Open_ResultWasStored_IsLookedAfterAndNoCrash()
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("a", "w1");
            await first.StoredAsync("a");
            await first.BeginAsync("b", "w1");
            await first.StoredAsync("b");
            await first.SettledAsync("b");
        }

        for (var time = 0; time < 3; time++)
        {
            using var next = _folder.Open();
            Assert.Equal(AttemptHistory.None, await next.HistoryAsync("a"));
            Assert.Equal(["a/w1"], await next.AbandonedIdsAsync());
        }
    }

    /// <param name="isSettled">Whether the attempt that is over settled the document.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_RowsOfAnEarlierHoldMayArrive_IsLookedAfterAndNoCrash(bool isSettled)
    {
        using (var first = _folder.Open())
        {
            await first.FailedAsync("a");
            await first.BeginAsync("a", "w2");
            await first.KeptAsync("a", "w1", isSettled);
        }

        for (var time = 0; time < 3; time++)
        {
            using var next = _folder.Open();
            Assert.Equal(new(isSettled ? 0 : 1, 0), await next.HistoryAsync("a"));
            Assert.Equal(["a/w1"], await next.AbandonedIdsAsync());
        }
    }

    [Fact]
    public async Task Stored_AfterTheAttemptEnded_ChangesNothing()
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("a", "w1");
            await first.SettledAsync("a");
            await first.StoredAsync("a");
        }

        using var next = _folder.Open();
        Assert.Empty(await next.AbandonedIdsAsync());
    }

    [Fact]
    public async Task Open_DiedAgainAndAgain_CountsEachProcess()
    {
        for (var time = 0; time < 3; time++)
        {
            using var journal = _folder.Open();
            Assert.Equal(time, (await journal.HistoryAsync("a")).Crashes);
            await journal.BeginAsync("a", $"w{time}");
        }

        using var last = _folder.Open();
        Assert.Equal(3, (await last.HistoryAsync("a")).Crashes);
        Assert.Equal(["a/w2"], await last.AbandonedIdsAsync());
    }

    [Fact]
    public async Task Failed_ProcessEndsInThePause_IsAnAttemptAndNoCrash()
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("a");
            await first.FailedAsync("a");
            await first.BeginAsync("a");
            await first.FailedAsync("a");
            Assert.Equal(new(2, 0), await first.HistoryAsync("a"));
        }

        using var next = _folder.Open();
        Assert.Equal(new(2, 0), await next.HistoryAsync("a"));
        Assert.Empty(await next.AbandonedIdsAsync());
    }

    [Fact]
    public async Task End_NotSettled_KeepsWhatIsCountedAndOpensNothing()
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("a");
            await first.FailedAsync("a");
            await first.BeginAsync("a");
            await first.ReleasedAsync("a");
        }

        using var next = _folder.Open();
        Assert.Equal(new(1, 0), await next.HistoryAsync("a"));
        await next.SettledAsync("a");
        Assert.Equal(AttemptHistory.None, await next.HistoryAsync("a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Abandoned_BegunOrEnded_LeavesTheList(bool begins)
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("a");
        }

        using var next = _folder.Open();
        await (begins ? next.BeginAsync("a", "w2") : next.ReleasedAsync("a"));

        Assert.Empty(await next.AbandonedIdsAsync());
        Assert.Equal(new(0, 1), await next.HistoryAsync("a"));
    }

    [Fact]
    public async Task Begin_IsOpenAlready_WritesNothing()
    {
        using var journal = _folder.Open();
        await journal.BeginAsync("a");
        var length = new FileInfo(_folder.File).Length;

        await journal.BeginAsync("a");
        await journal.SettledAsync("never begun");

        Assert.Equal(length, new FileInfo(_folder.File).Length);
        Assert.Equal(AttemptHistory.None, await journal.HistoryAsync("a"));
    }

    [Theory]
    [MemberData(nameof(OddIds))]
    public async Task Ids_OfAnyCharacters_StayThemselves(string id)
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("before", id);
            await first.BeginAsync(id, id);
            await first.FailedAsync(id);
            await first.BeginAsync(id, id);
            await first.BeginAsync("behind", id);
        }

        using var next = _folder.Open();
        Assert.Equal(new(1, 1), await next.HistoryAsync(id));
        Assert.Equal([new("before", id), new(id, id), new("behind", id)], await next.AbandonedAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ids_OfHalfACharacter_StayDifferent()
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("\ud83d");
            await first.FailedAsync("\ud83e");
        }

        using var next = _folder.Open();
        Assert.Equal(new(0, 1), await next.HistoryAsync("\ud83d"));
        Assert.Equal(new(1, 0), await next.HistoryAsync("\ud83e"));
    }

    [Fact]
    public async Task Open_SecondTimeAtOnce_IsRefusedWithASentence()
    {
        using (var first = _folder.Open())
        {
            await first.BeginAsync("a");

            var error = Assert.Throws<IOException>(() => _folder.Open());

            Assert.Equal($"The attempt journal '{first.Path}' is in use by another worker or process. Each worker needs a journal of its own.", error.Message);
            await first.FailedAsync("a");
        }

        using var next = _folder.Open();
        Assert.Equal(new(1, 0), await next.HistoryAsync("a"));
    }

    [Fact]
    public async Task Open_SecondTimeAfterCompactions_IsStillRefused()
    {
        using var first = _folder.Open(compactionLength: 100);
        for (var time = 0; time < 50; time++)
        {
            await first.BeginAsync("a");
            await first.FailedAsync("a");
        }

        Assert.Throws<IOException>(() => _folder.Open());
    }

    [Fact]
    public async Task Write_FileGrows_IsWrittenAnewWithWhatCounts()
    {
        using (var first = _folder.Open(compactionLength: 2_000))
        {
            await first.BeginAsync("open");
            for (var time = 0; time < 1_000; time++)
            {
                await first.BeginAsync("again");
                await first.FailedAsync("again");
                await first.BeginAsync($"d{time}");
                await first.SettledAsync($"d{time}");
                Assert.InRange(new FileInfo(_folder.File).Length, 0, 2_100);
            }
        }

        using var next = _folder.Open();
        Assert.Equal(new(1_000, 0), await next.HistoryAsync("again"));
        Assert.Equal(["open/w1"], await next.AbandonedIdsAsync());
    }

    [Fact]
    public async Task Calls_FromManyThreads_AllCount()
    {
        using (var first = _folder.Open(compactionLength: 5_000))
        {
            await Parallel.ForAsync(0, 16, async (worker, _) =>
            {
                for (var time = 0; time < 200; time++)
                {
                    await first.BeginAsync($"d{worker}");
                    await first.FailedAsync($"d{worker}");
                    await first.HistoryAsync("d0");
                }

                await first.BeginAsync($"d{worker}");
            });
        }

        using var next = _folder.Open();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => next.HistoryAsync($"d{worker}"))), static history => Assert.Equal(new(200, 1), history));
    }

    [Fact]
    public async Task InFolder_OddNames_AreDifferentFilesInTheFolder()
    {
        var folder = _folder.Sub("new/state");
        (string, string)[] names = [("../x", "/etc"), ("a", "bc"), ("ab", "c"), ("", "abc"), ("abc", ""), ("A", "bc"), ("\n", "\0"), (new('x', 9_000), "w")];

        var journals = names.Select(name => FileAttemptJournal.InFolder(folder, name.Item1, name.Item2)).ToList();

        Assert.Equal(names.Length, journals.Select(static journal => journal.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(journals, journal => Assert.Equal(Path.GetFullPath(folder), Path.GetDirectoryName(journal.Path)));
        await journals[1].BeginAsync("d");
        journals.ForEach(static journal => journal.Dispose());
        using var again = FileAttemptJournal.InFolder(folder, "a", "bc");
        Assert.Equal(["d/w1"], await again.AbandonedIdsAsync());
    }

    [Fact]
    public async Task Write_Disposed_IsRefused()
    {
        var journal = _folder.Open();
        journal.Dispose();

        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.BeginAsync("a"));

        Assert.Equal(typeof(FileAttemptJournal).FullName, error.ObjectName);
    }
}
