namespace Hevlayer;

/// <summary>What is known about a failed attempt when deciding on the next one.</summary>
internal enum FailureKind
{
    /// <summary>Another attempt cannot help.</summary>
    Final,

    /// <summary>The request never left: nothing was done.</summary>
    NotSent,

    /// <summary>The gateway refused for now and did nothing (429, 503).</summary>
    Refused,

    /// <summary>The gateway is shutting down and did nothing; another connection reaches another one.</summary>
    Draining,

    /// <summary>The gateway failed, and it is unknown whether it did the work (500, 502, 504).</summary>
    ServerFailed,

    /// <summary>The connection broke or the time ran out after sending, so the outcome is unknown.</summary>
    Interrupted,
}
