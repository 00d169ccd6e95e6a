namespace Hevlayer.Workers;

/// <summary>What earlier processes did with a document.</summary>
/// <param name="Attempts">Attempts that failed and are counted.</param>
/// <param name="Crashes">Processes that died while they worked on it.</param>
public sealed record AttemptHistory(int Attempts, int Crashes)
{
    /// <summary>The history of a document without failures.</summary>
    public static AttemptHistory None { get; } = new(0, 0);
}
