using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hevlayer.Workers.Tests.Journals;

/// <summary>What a copy of this program does instead of tests when it is told to: it writes events until it is killed.</summary>
internal static class AppendingProgram
{
    public const string PathVariable = "HEVLAYER_TEST_APPEND_TO";

    // So short that every other kill comes while the file is written anew.
    private const int CompactionLength = 200;

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is not { Length: > 0 } path)
        {
            return;
        }

        using var journal = new FileAttemptJournal(path, CompactionLength);
        for (var written = 0; ; written++)
        {
            Write(written % 2 == 0 ? journal.BeginAsync("d", "w1", default) : journal.FailedAsync("d", default));
            Console.WriteLine((written + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Write(Task write)
    {
        if (!write.IsCompletedSuccessfully)
        {
            Environment.FailFast("An event was not written.", write.Exception);
        }
    }
}
