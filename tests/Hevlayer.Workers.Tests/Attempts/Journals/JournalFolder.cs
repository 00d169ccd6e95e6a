namespace Hevlayer.Workers.Tests.Journals;

/// <summary>A folder for journals that goes away with the test.</summary>
internal sealed class JournalFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("hevlayer-journal-").FullName;

    public string File => Path.Combine(_path, "attempts.journal");

    public string Sub(string name) => Path.Combine(_path, name);

    public FileAttemptJournal Open(long compactionLength = FileAttemptJournal.DefaultCompactionLength) => new(File, compactionLength);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
