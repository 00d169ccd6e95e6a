namespace Hevlayer.WorkerProgram;

/// <summary>What the process dies of.</summary>
internal static class Death
{
    /// <summary>A text that contains this ends the process at once, as a fault in native code would.</summary>
    public const string Word = "deadly";

    // So that others are in work when the process dies.
    public static readonly TimeSpan WorkTime = TimeSpan.FromMilliseconds(100);

    public static void ComeFor(IEnumerable<string?> texts)
    {
        if (texts.Any(static text => text?.Contains(Word, StringComparison.Ordinal) == true))
        {
            Environment.FailFast("The process died of a document.");
        }
    }
}
