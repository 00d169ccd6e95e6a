namespace Hevlayer.Local;

/// <summary>Why a document is where it is, and what happens next. Decides from what was seen, and does nothing else.</summary>
/// <param name="document">The document.</param>
/// <param name="pipeline">Its pipeline.</param>
/// <param name="faults">The faults that strike, or may strike, calls for it.</param>
/// <param name="readsToFail">After how many reads of lost chunks it fails.</param>
internal sealed class DocumentWhy(DocumentSight document, PipelineSight pipeline, IReadOnlyList<FaultSight> faults, int readsToFail)
{
    private const int PoisonExpiries = 2;
    private const int BrokenReleases = 3;

    public Explanation Explain() => document switch
    {
        { Stage: Stages.Indexed } => new(Cause.Done, $"Indexed {Ago(document.Since)}; nothing more happens until it is staged again."),
        { Stage: Stages.Failed } => Failed(),
        _ when faults.FirstOrDefault(static fault => fault.Holds) is { } fault => new(Cause.InjectedFault, $"A fault is set that {fault}, so {HeldUp}; once it is removed, the work goes on."),
        _ when faults is [var idle, ..] => Beside(Undisturbed(), idle),
        _ => Undisturbed(),
    };

    private static Explanation Beside(Explanation why, FaultSight idle) =>
        why with { Sentence = $"{why.Sentence.TrimEnd('.')}; {idle.Id} is set, too, and {idle.Does} on {idle.On}, but holds nothing up here so far." };

    private string HeldUp => document.Lease is not null ? "its worker is held up" : document.Claims > 0 ? "attempts at it are held up" : "workers cannot claim it";

    private Explanation Undisturbed() => document switch
    {
        { ChunksLost: true } => new(Cause.ChunksMissing, $"Its chunk bodies are missing: each read of them answers 502, and after {readsToFail} reads ({document.FailedReads} so far) it fails; staging it again brings them back."),
        { Lease: { } lease } => Held(lease),
        { Expiries: >= PoisonExpiries } => new(Cause.Poison, $"Its lease ran out {document.Expiries} times, the last one in the hands of worker '{document.LastWorker}': it may end or block its workers; {Next}."),
        { Last: DocumentEvent.StagedWhileHeld } => new(Cause.StagedWhileHeld, $"It was staged again while worker '{document.LastWorker}' held it, which ended that hold; {Next}."),
        _ => Unclaimed(),
    };

    private string Next => Asking is { } worker
        ? $"worker '{worker.Worker}' claims from '{document.Stage}' and gets it when it is first in line"
        : $"no worker has claimed from '{document.Stage}' in the last minute";

    // A worker that was seen in the last minute and takes documents from this stage.
    private WorkerSighting? Asking => pipeline.Workers.FirstOrDefault(worker => worker.Stage == document.Stage && IsAsking(worker));

    private WorkerSighting? AskingElsewhere => pipeline.Workers.FirstOrDefault(worker => worker.Stage != document.Stage && IsAsking(worker));

    private bool IsAsking(WorkerSighting worker) => worker.LastClaim is not null && pipeline.IsPresent(worker.LastSeen);

    private Explanation Failed() => new(Cause.Failed, document.FailedReason is { } reason
        ? $"Failed {Ago(document.Since)} because {reason}; it stays so until it is retried or staged again."
        : $"{(document.LastWorker is { } worker ? $"Worker '{worker}'" : "A caller")} moved it to failed {Ago(document.Since)}, and that call carries no reason: the worker's log has it; it stays so until it is retried or staged again.");

    private Explanation Held(LeaseSight lease)
    {
        var silence = pipeline.Now - (pipeline.Workers.FirstOrDefault(worker => worker.Worker == lease.Worker)?.LastSeen ?? document.Since);
        var ends = $"its lease ends in {Spans.Of(lease.Expires - pipeline.Now)}";
        return silence > lease.Length / 2
            ? new(Cause.SilentHolder, $"Worker '{lease.Worker}' holds it and has been silent for {Spans.Of(silence)}; {ends}, and then it is in '{lease.FromStage}' again.")
            : document.Expiries >= PoisonExpiries
            ? new(Cause.Poison, $"Worker '{lease.Worker}' tries it after {document.Expiries} leases that ran out: it may end or block its workers; {ends} unless it is renewed.")
            : new(Cause.InWork, $"Worker '{lease.Worker}' works on it, attempt {document.Claims}; {ends} unless it is renewed.");
    }

    private Explanation Unclaimed() => Asking is { } worker ? InLine(worker)
        : pipeline.Refused is { } refused && pipeline.IsPresent(refused.At)
        ? new(Cause.WorkerWithoutScope, $"A worker asked {Ago(refused.At)} and got {refused.Status}: {(refused.Status == 401 ? "it sent no key" : "its key lacks the scope for a claim")}; once a worker may claim, it is taken.")
        : AskingElsewhere is { } other
        ? new(Cause.WrongStage, $"It is in '{document.Stage}', and worker '{other.Worker}' claims from '{other.Stage}'; it stays until a worker claims from '{document.Stage}' or somebody moves it.")
        : document.Stage != Stages.Pending
        ? new(Cause.WrongStage, $"It is in '{document.Stage}', from which no worker claims; it stays until one does or somebody moves it.")
        : new(Cause.NoWorker, $"It has been waiting for {Spans.Of(pipeline.Now - document.Since)}, and no worker has asked in the last minute; start one, and it is taken.");

    private Explanation InLine(WorkerSighting worker) => document switch
    {
        { Releases: >= BrokenReleases } when !(pipeline.LastIndexed >= document.StagedAt) => new(Cause.BrokenHandler, $"Workers claimed and released it {document.Releases} times, and nothing of the pipeline has been indexed since it was staged: their handler or model seems broken, and their logs say how; {Next}."),
        { Last: DocumentEvent.Released } => new(Cause.WaitingForRetry, $"Worker '{document.LastWorker}' released it {Ago(document.Since)} after attempt {document.Claims}; {Next}."),
        { Last: DocumentEvent.Expired } => new(Cause.WaitingForRetry, $"The lease of worker '{document.LastWorker}' ran out {Ago(document.Since)}; {Next}."),
        _ => new(Cause.Waiting, $"It has been waiting in line for {Spans.Of(pipeline.Now - document.Since)}; worker '{worker.Worker}' claims from '{document.Stage}' and gets it when it is first."),
    };

    private string Ago(long ticks) => $"{Spans.Of(pipeline.Now - ticks)} ago";
}
