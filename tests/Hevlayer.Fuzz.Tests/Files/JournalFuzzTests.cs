using System.Text;
using Hevlayer.Fuzz.Tests.Inputs;
using Hevlayer.Workers;

namespace Hevlayer.Fuzz.Tests.Files;

/// <summary>
/// A journal that was cut or damaged anywhere is opened, invents no document, and tells of no more attempts than there were;
/// one that was cut keeps all that stands before the cut.
/// </summary>
public sealed class JournalFuzzTests : IDisposable
{
    private static readonly string[] Documents = ["a", "with space", "é\ud800", "../x", "c"];

    // A line that stands there twice is counted twice; each change to the bytes can do that to one.
    private const int MostRepeatedLines = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("hevlayer-fuzz-").FullName;

    [Fact]
    public Task Journal_CutAnywhere_KeepsWhatStandsBefore() => FuzzRun.RunAsync(0.1, async random =>
    {
        var (file, begun) = await WriteAsync(random);
        var bytes = await File.ReadAllBytesAsync(file);
        var kept = bytes[..random.Next(bytes.Length + 1)];
        await File.WriteAllBytesAsync(file, kept);
        var whole = Encoding.ASCII.GetString(kept).Split('\n')[..^1].Length;

        var (histories, fault) = await ReadAsync(file, begun);

        // Each document's last line that is whole says how often it was begun, so a file cut after all lines keeps everything.
        return fault ?? (kept.Length == bytes.Length && begun.Any(pair => pair.Value > 0 && !histories.ContainsKey(pair.Key)) ? $"a document is gone from {whole} whole lines" : null);
    });

    [Fact]
    public Task Journal_DamagedAnywhere_InventsNothing() => FuzzRun.RunAsync(0.1, async random =>
    {
        var (file, begun) = await WriteAsync(random);
        await File.WriteAllBytesAsync(file, ByteChanges.Change(random, await File.ReadAllBytesAsync(file)));

        var (_, fault) = await ReadAsync(file, begun);

        return fault;
    });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(string File, Dictionary<string, int> Begun)> WriteAsync(FuzzRandom random)
    {
        var file = Path.Combine(_folder, "journal");
        File.Delete(file);
        var begun = new Dictionary<string, int>(StringComparer.Ordinal);
        using var journal = new FileAttemptJournal(file);
        for (var step = random.Next(1, 12); step > 0; step--)
        {
            var document = random.Of(Documents);
            if (random.Chance(0.2))
            {
                await journal.StoredAsync(document, default);
                continue;
            }

            // A failure counts once, whether its beginning was written down or not.
            begun[document] = begun.GetValueOrDefault(document) + 1;
            await (random.Chance(0.2) ? journal.FailedAsync(document, default) : journal.BeginAsync(document, "holder one", default));
        }

        return (file, begun);
    }

    private static async Task<(IReadOnlyDictionary<string, AttemptHistory> Histories, string? Fault)> ReadAsync(string file, Dictionary<string, int> begun)
    {
        using var journal = new FileAttemptJournal(file);
        var histories = await journal.ReadAsync([.. Documents, "never"], default);
        foreach (var abandoned in await journal.AbandonedAsync(default))
        {
            if (!begun.ContainsKey(abandoned.DocumentId))
            {
                return (histories, $"{abandoned.DocumentId} was never begun and is abandoned");
            }
        }

        foreach (var (document, history) in histories)
        {
            if (history.Attempts + history.Crashes > begun.GetValueOrDefault(document) + MostRepeatedLines)
            {
                return (histories, $"{document} was begun {begun.GetValueOrDefault(document)} times, and has {history}");
            }
        }

        return (histories, null);
    }
}
