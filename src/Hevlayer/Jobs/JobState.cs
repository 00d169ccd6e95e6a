namespace Hevlayer;

/// <summary>What waiting needs to know of a job, whatever its kind.</summary>
internal readonly record struct JobState(string Id, JobStatus Status, double Progress, string? Error)
{
    public static JobState Of(ScanJob job) => new(job.Id, job.Status, job.Progress, job.Error);

    public static JobState Of(SnapshotJob job) => new(job.Id, job.Status, job.Progress, job.Error);

    public static JobState Of(WarmJob job) => new(job.Id, job.Status, job.Progress, job.Error);
}
