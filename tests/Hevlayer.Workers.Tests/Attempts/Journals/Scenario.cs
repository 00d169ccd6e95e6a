namespace Hevlayer.Workers.Tests.Journals;

/// <summary>A history of events, and what it leaves, told independently of the journal.</summary>
internal static class Scenario
{
    public static readonly (char Kind, string Id)[] Events =
    [
        ('B', "a"), ('B', "b\n\U0001f600"), ('F', "a"), ('B', "a"), ('S', "b\n\U0001f600"), ('B', "c"), ('R', "c"), ('B', "c"), ('F', "c"),
        ('B', "b\n\U0001f600"), ('S', "a"), ('B', "c"), ('B', "a"), ('F', "b\n\U0001f600"), ('B', "d"), ('F', "a"), ('B', "a"), ('S', "c"),
    ];

    public static string[] Ids { get; } = [.. Events.Select(static step => step.Id).Distinct()];

    public static Task PlayAsync(IAttemptJournal journal, (char Kind, string Id) step) => step.Kind switch
    {
        'B' => journal.BeginAsync(step.Id),
        'F' => journal.FailedAsync(step.Id),
        'S' => journal.SettledAsync(step.Id),
        _ => journal.ReleasedAsync(step.Id),
    };

    /// <summary>The history of a document when the process died after so many events.</summary>
    public static AttemptHistory Expected(string id, int count)
    {
        var steps = Events.Take(count).Where(step => step.Id == id).Select(static step => step.Kind).ToList();
        steps.RemoveRange(0, steps.LastIndexOf('S') + 1);
        return new(steps.Count(static kind => kind == 'F'), steps is [.., 'B'] ? 1 : 0);
    }
}
