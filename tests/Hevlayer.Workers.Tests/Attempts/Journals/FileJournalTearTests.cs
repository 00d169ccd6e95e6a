using System.Text;

namespace Hevlayer.Workers.Tests.Journals;

public sealed class FileJournalTearTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public static TheoryData<string> Garbage => ["\0", "\0\0\0\0\0\0\0\0\0\0\0\0", "\n\n\n", "00000000 B 0 0 x y\n", "garbage", "ffffffff \n", "ffffffff", "\u00ff\u00fe\ud83d"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_CutAtAnyByte_CountsAPrefixOnce()
    {
        var file = await RecordAsync();
        for (var length = 0; length <= file.Length; length++)
        {
            // The last line is whole without its end.
            var whole = file.AsSpan(0, length).Count((byte)'\n') + (length < file.Length && file[length] == '\n' ? 1 : 0);
            await File.WriteAllBytesAsync(_folder.File, file[..length], TestContext.Current.CancellationToken);

            await CheckAsync(whole);
            await CheckAsync(whole);
        }
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Open_GarbageBehind_IsPassedOver(string garbage)
    {
        var file = await RecordAsync();
        var half = file.AsSpan().IndexOf((byte)'\n') / 2;
        byte[] torn = [.. file, .. file[..half]];
        foreach (var start in new[] { file, torn })
        {
            await File.WriteAllBytesAsync(_folder.File, [.. start, .. Encoding.UTF8.GetBytes(garbage)], TestContext.Current.CancellationToken);

            await CheckAsync(Scenario.Events.Length);
        }
    }

    [Fact]
    public async Task Open_AnyByteChanged_NeverFailsAndTakesNothingForTrueThatWasNotWritten()
    {
        var file = await RecordAsync();
        for (var index = 0; index < file.Length; index++)
        {
            var damaged = file.ToArray();
            damaged[index] ^= 0x04;
            await File.WriteAllBytesAsync(_folder.File, damaged, TestContext.Current.CancellationToken);

            using var journal = _folder.Open();

            var histories = await journal.ReadAsync(Scenario.Ids, TestContext.Current.CancellationToken);
            Assert.All(histories.Values, static history => Assert.InRange(history.Attempts + history.Crashes, 0, 4));
            Assert.All(await journal.AbandonedIdsAsync(), static entry => Assert.Contains(entry[..^3], Scenario.Ids));
        }
    }

    [Fact]
    public async Task Open_DiedWhileTheNextFileWasWritten_CountsTheCrashOnce()
    {
        var file = await RecordAsync();
        foreach (var half in new byte[][] { [], file[..10], [.. file, .. file] })
        {
            await File.WriteAllBytesAsync(_folder.File, file, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync($"{_folder.File}.new", half, TestContext.Current.CancellationToken);

            await CheckAsync(Scenario.Events.Length);
            await CheckAsync(Scenario.Events.Length);
        }
    }

    private async Task<byte[]> RecordAsync()
    {
        using (var journal = _folder.Open())
        {
            foreach (var step in Scenario.Events)
            {
                await Scenario.PlayAsync(journal, step);
            }
        }

        var file = await File.ReadAllBytesAsync(_folder.File, TestContext.Current.CancellationToken);
        Assert.Equal(Scenario.Events.Length, file.Count(static value => value == '\n'));
        return file;
    }

    private async Task CheckAsync(int count)
    {
        using var journal = _folder.Open();
        foreach (var id in Scenario.Ids)
        {
            Assert.Equal(Scenario.Expected(id, count), await journal.HistoryAsync(id));
        }
    }
}
