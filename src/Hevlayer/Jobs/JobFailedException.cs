namespace Hevlayer;

/// <summary>A job of the gateway (scan, snapshot, warm-up) ended with an error.</summary>
public sealed class JobFailedException : HevlayerException
{
    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong, in the gateway's words.</param>
    /// <param name="jobId">Id of the job.</param>
    public JobFailedException(string message, string jobId)
        : base(message) => JobId = jobId;

    /// <summary>Id of the job.</summary>
    public string JobId { get; }
}
