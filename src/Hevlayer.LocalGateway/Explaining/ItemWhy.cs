namespace Hevlayer.Local;

/// <summary>Why a row of a function is where it is, and what happens next. Decides from what was seen, and does nothing else.</summary>
internal static class ItemWhy
{
    public static Explanation Explain(ItemSight item, FunctionSight function) => item.State switch
    {
        ItemState.Failed => new(Cause.Failed, $"Given up after {item.Attempts} failed attempts, the last one because {item.Reason ?? "of a reason that the worker did not give"}; it stays so until the failed rows are reset or the function has another version."),
        ItemState.Waiting => new(Cause.WaitingForRetry, $"Attempt {item.Attempts} failed because {item.Reason ?? "of a reason that the worker did not give"}; attempt {item.Attempts + 1} may begin in {Spans.Of((item.Due ?? function.Now) - function.Now)}."),
        ItemState.Held => Held(item, function),
        _ when function.Udf.Paused => new(Cause.PausedFunction, "The function is paused, so claims get nothing; once it is resumed, the row is taken."),
        _ when function.Asking is { } worker => new(Cause.Waiting, $"It waits in line; worker '{worker}' claims and gets it when it is first."),
        _ => new(Cause.NoWorker, "No worker has asked in the last minute; start one, and the row is taken."),
    };

    private static Explanation Held(ItemSight item, FunctionSight function)
    {
        var silence = function.Now - (function.Workers.FirstOrDefault(worker => worker.Worker == item.Worker)?.LastSeen ?? 0);
        var ends = $"its lease ends in {Spans.Of((item.Due ?? function.Now) - function.Now)}";
        return silence > item.LeaseLength / 2
            ? new(Cause.SilentHolder, $"Worker '{item.Worker}' holds it and has been silent for {Spans.Of(silence)}; {ends}, and then others can claim it.")
            : new(Cause.InWork, $"Worker '{item.Worker}' works on it, attempt {item.Attempts + 1}; {ends} unless it is renewed.");
    }
}
